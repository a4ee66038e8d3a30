// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace weavemap::ui {

/// The commands of the map. Their keys work while the canvas or a card on it has the keyboard, so that letters typed
/// anywhere else stay letters.
class MapActions : public QObject
{
    Q_OBJECT

public:
    MapActions(QWidget* canvas, QObject* parent);

    void fill(QMenu* menu) const;
    /// Whether the key for pinning would let loose who is chosen.
    void sayPin(bool arePinned);
    /// An action whose keys work while the canvas or a card on it has the keyboard.
    static QAction* make(QWidget* canvas, QObject* parent, const QString& name, const QString& text,
                         const QList<QKeySequence>& keys);

    QAction* drawTie;
    QAction* addPerson;
    QAction* pin;
    QAction* circle;
    QAction* fit;
    QAction* zoomIn;
    QAction* zoomOut;
    QAction* remove;
    QAction* hulls;
    QAction* fog;
    QAction* names;
    QAction* timeBack;
    QAction* timeForth;
    QAction* today;
    QAction* tidyUp;
    QAction* saveView;
    QAction* table;
    QAction* inspector;
    QAction* copyPicture;
    QAction* exportMap;

private:
    QAction* make(const QString& name, const QString& text, const QList<QKeySequence>& keys = {});

    QWidget* m_canvas;
};

} // namespace weavemap::ui
