// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QVBoxLayout;

namespace weavemap::ui {

/// A surface with a hairline edge and round corners, padded 16 x 20. `floating` is for what lies on the map.
class Card : public QFrame
{
    Q_OBJECT
public:
    enum class Kind { plain, floating };
    enum class Padding { normal, none };

    explicit Card(Kind kind = Kind::plain, Padding padding = Padding::normal, QWidget* parent = nullptr);

    /// Where the content goes, with 8 px between lines.
    QVBoxLayout* body() const { return m_body; }

private:
    QVBoxLayout* m_body;
};

/// A hairline across a card.
class Hairline : public QFrame
{
    Q_OBJECT
public:
    explicit Hairline(Qt::Orientation orientation = Qt::Horizontal, QWidget* parent = nullptr);
};

} // namespace weavemap::ui
