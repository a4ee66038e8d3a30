// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/sna/ShortestRoutes.h"
#include "ui/widgets/Place.h"

namespace weavemap::ui {

class MapCanvas;
class PathCard;

/// The shortest path between two people over the ties that the map shows: finds it, lights it on the canvas and tells
/// of it on its card. Found again whenever the map shows something else. UI thread: a breadth-first search takes some
/// milliseconds with 100,000 people.
class MapPath : public QObject
{
    Q_OBJECT

public:
    MapPath(Office& office, MapCanvas& canvas, QObject* parent = nullptr);

    PathCard& card() const { return *m_card; }
    bool isShown() const { return static_cast<bool>(m_from); }
    PersonId from() const { return m_from; }
    PersonId to() const { return m_to; }
    /// Whether one end is chosen and the other is still to come.
    bool isWaiting() const { return m_from && !m_to; }
    /// The first end, then the second; a third begins anew.
    void choose(PersonId person);
    void setEnds(PersonId from, PersonId to);
    bool hasSeveral() const { return m_paths.size() > 1; }
    /// The next of several that are as short.
    void next();
    void clear();
    /// Those on the path that is lit, and its ends.
    std::vector<PersonId> people() const;

Q_SIGNALS:
    /// The card came, went, or says something else.
    void changed();

private:
    void find();
    void show();
    QString nameOf(PersonId person) const;
    QString sentence() const;

    Office m_office;
    MapCanvas& m_canvas;
    PathCard* m_card;
    PersonId m_from;
    PersonId m_to;
    std::vector<std::vector<PersonId>> m_paths;
    double m_count = 0; ///< of all of them, listed or not
    std::size_t m_at = 0;
    bool m_lighting = false; ///< the canvas hears of it from here
};

} // namespace weavemap::ui
