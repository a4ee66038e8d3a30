// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextFit.h"

#include <algorithm>
#include <optional>

#include <QAbstractScrollArea>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QWidget>

#include "DrawnTexts.h"

namespace weavemap::gallery {

namespace {

constexpr double kOverhang = 2;        ///< px that letters may hang over at the sides, as the foot of a J does
constexpr double kTolerance = 1;       ///< px above and below: rounding
constexpr double kOverlap = 2;         ///< px that two texts may share: descenders and accents
constexpr qsizetype kLeastLetters = 3; ///< before an ellipsis

QString nameOf(const QWidget* widget)
{
    QStringList parts;
    for (; widget != nullptr && parts.size() < 4; widget = widget->parentWidget())
        parts.prepend(widget->objectName().isEmpty() ? QString::fromLatin1(widget->metaObject()->className())
                                                     : widget->objectName());
    return parts.join(QLatin1Char('/'));
}

/// The area whose contents `widget` shows, if it is a viewport.
const QAbstractScrollArea* areaOf(const QWidget* widget)
{
    const auto* area = qobject_cast<const QAbstractScrollArea*>(widget->parentWidget());
    if (area == nullptr || area->viewport() != widget)
        return nullptr;
    // The header of a table scrolls with the table.
    const auto* table = qobject_cast<const QHeaderView*>(area) != nullptr
                            ? qobject_cast<const QAbstractScrollArea*>(area->parentWidget())
                            : nullptr;
    return table != nullptr ? table : area;
}

/// How far `ink` stands out of `room`: "left 3.0 px".
QString byHowMuch(const QRectF& ink, const QRectF& room)
{
    QStringList sides;
    for (const auto& [side, px] :
         {std::pair("left", room.left() - ink.left()), std::pair("right", ink.right() - room.right()),
          std::pair("top", room.top() - ink.top()), std::pair("bottom", ink.bottom() - room.bottom())})
        if (px > 0)
            sides << QStringLiteral("%1 %2 px").arg(QLatin1String(side)).arg(px, 0, 'f', 1);
    return sides.join(QStringLiteral(", "));
}

/// What is left of `ink` where `widget` lets `window` through; nothing where it is scrolled out of sight, or cut.
enum class Cut { no, yes, outOfSight };

Cut cutBy(const QWidget& widget, const QRectF& window, const QRectF& ink)
{
    const QAbstractScrollArea* area = areaOf(&widget);
    const bool scrollsAcross = area != nullptr && area->horizontalScrollBar()->maximum() > 0;
    const bool scrollsDown = area != nullptr && area->verticalScrollBar()->maximum() > 0;
    const QRectF room = window.adjusted(-kOverhang, -kTolerance, kOverhang, kTolerance);
    const bool across = ink.left() < room.left() || ink.right() > room.right();
    const bool down = ink.top() < room.top() || ink.bottom() > room.bottom();
    if (!across && !down)
        return Cut::no;
    if ((!across || scrollsAcross) && (!down || scrollsDown))
        return Cut::outOfSight;
    return Cut::yes;
}

/// Whether a text of `widget` is cut on its way to `root`; by whom, if so.
std::optional<QString> cutOnTheWay(const QWidget& widget, const QWidget& root, QRectF ink)
{
    for (const QWidget* at = &widget; at != &root && at->parentWidget() != nullptr; at = at->parentWidget()) {
        ink.translate(at->pos());
        const QWidget& around = *at->parentWidget();
        switch (cutBy(around, around.rect(), ink)) {
        case Cut::yes:
            return QStringLiteral("%1 (%2)").arg(nameOf(&around), byHowMuch(ink, around.rect()));
        case Cut::outOfSight:
            return std::nullopt;
        case Cut::no:
            break;
        }
    }
    return std::nullopt;
}

void lookForCuts(const QWidget& widget, const QWidget& root, const std::vector<DrawnText>& texts, QStringList& wrong)
{
    // What somebody types into a line scrolls in it.
    const auto* line = qobject_cast<const QLineEdit*>(&widget);
    // A note in which words are lit draws their lines once more, through the lit part alone.
    const auto* note = qobject_cast<const QPlainTextEdit*>(widget.parentWidget());
    const bool lit = note != nullptr && !note->extraSelections().isEmpty();
    const bool typed = lit || (line != nullptr && !line->text().isEmpty());
    for (const DrawnText& drawn : texts) {
        const qsizetype ellipsis = drawn.text.lastIndexOf(QChar(0x2026));
        if (ellipsis >= 0 && ellipsis < kLeastLetters)
            wrong << QStringLiteral("nothing is left of \"%1\" in %2").arg(drawn.text, nameOf(&widget));
        const Cut own = typed ? Cut::no : cutBy(widget, drawn.clip, drawn.ink);
        if (own == Cut::yes)
            wrong << QStringLiteral("\"%1\" is cut in %2 (%3)")
                         .arg(drawn.text, nameOf(&widget), byHowMuch(drawn.ink, drawn.clip));
        if (own == Cut::no)
            if (const auto by = cutOnTheWay(widget, root, drawn.ink & drawn.clip))
                wrong << QStringLiteral("\"%1\" in %2 is cut by %3").arg(drawn.text, nameOf(&widget), *by);
    }
}

void lookForOverlaps(const QWidget& widget, std::vector<DrawnText> texts, QStringList& wrong)
{
    std::sort(texts.begin(), texts.end(),
              [](const DrawnText& a, const DrawnText& b) { return a.ink.top() < b.ink.top(); });
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t j = i + 1; j < texts.size() && texts[j].ink.top() < texts[i].ink.bottom(); ++j) {
            const QRectF shared = (texts[i].ink & texts[i].clip) & (texts[j].ink & texts[j].clip);
            const bool same = texts[i].text == texts[j].text && texts[i].ink == texts[j].ink;
            if (!same && shared.width() > kOverlap && shared.height() > kOverlap)
                wrong << QStringLiteral("\"%1\" and \"%2\" cover each other in %3")
                             .arg(texts[i].text, texts[j].text, nameOf(&widget));
        }
}

} // namespace

QStringList textsThatDoNotFit(QWidget& root)
{
    QStringList wrong;
    QList<QWidget*> widgets = root.findChildren<QWidget*>();
    widgets.prepend(&root);
    for (QWidget* widget : widgets) {
        if (!widget->isVisibleTo(&root) || widget->window() != root.window() || widget->size().isEmpty())
            continue;
        const std::vector<DrawnText> texts = drawnTexts(*widget);
        lookForCuts(*widget, root, texts, wrong);
        lookForOverlaps(*widget, texts, wrong);
    }
    return wrong;
}

} // namespace weavemap::gallery
