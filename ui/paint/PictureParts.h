// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;

namespace weavemap::ui {

struct MapPicture;
struct PictureDisc;

/// The parts of a picture that both back ends draw in the same way, by QPainter in picture px.
namespace parts {

void paintHulls(QPainter& painter, const MapPicture& picture);
void paintHullEdges(QPainter& painter, const MapPicture& picture);
void paintGuides(QPainter& painter, const MapPicture& picture);
void paintArrows(QPainter& painter, const MapPicture& picture);
void paintGlows(QPainter& painter, const MapPicture& picture);
void paintDisc(QPainter& painter, const PictureDisc& disc, unsigned canvas);
void paintRings(QPainter& painter, const MapPicture& picture);
void paintLeaders(QPainter& painter, const MapPicture& picture);

} // namespace parts

} // namespace weavemap::ui
