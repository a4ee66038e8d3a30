// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>
#include <QWidget>

namespace weavemap::ui {

/// Two to four figures side by side on a quiet ground, each over the words that say what it counts.
class FiguresStrip : public QWidget
{
    Q_OBJECT

public:
    struct Figure
    {
        QString value;
        QString words;
        bool operator==(const Figure&) const = default;
    };

    explicit FiguresStrip(QWidget* parent = nullptr);

    /// `note`: of which day they are, where that is not today.
    void setFigures(std::vector<Figure> figures, const QString& note = {});
    QSize sizeHint() const override { return {240, m_note.isEmpty() ? 66 : 84}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Figure> m_figures;
    QString m_note;
};

} // namespace weavemap::ui
