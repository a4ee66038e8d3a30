// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Scenes.h"

namespace weavemap::gallery {

/// The question bank: as it is, a group that is empty, what is retired, a new question that is refused. All of it is
/// taken back.
void walkQuestions(uitest::WindowBox& box, const Take& take);
/// A call in which one of the questions for today is marked as asked, with the brief open; then any other question.
void walkAsking(uitest::WindowBox& box, PersonId with, const Take& take);

} // namespace weavemap::gallery
