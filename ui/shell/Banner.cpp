// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Banner.h"

#include <algorithm>
#include <cstdlib>
#include <initializer_list>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDesktopServices>
#include <QEvent>
#include <QFileInfo>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QUrl>

#include "ui/base/Type.h"
#include "ui/widgets/Announcer.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {
constexpr int kPassingMs = 6000;
constexpr int kPassingFileMs = 15'000; ///< time to reach its links

qint64 coveredBy(const QRect& spot, const std::vector<QRect>& things)
{
    qint64 area = 0;
    for (const QRect& thing : things) {
        const QRect common = spot & thing;
        area += qint64{common.width()} * common.height();
    }
    return area;
}

/// The part of a list or a written text that has something in it.
QRect filled(const QAbstractScrollArea& area)
{
    int bottom = area.viewport()->height();
    if (const auto* list = qobject_cast<const QAbstractItemView*>(&area)) {
        const QAbstractItemModel* const rows = list->model();
        const int last = rows != nullptr ? rows->rowCount(list->rootIndex()) - 1 : -1;
        bottom = last < 0 ? 0 : list->visualRect(rows->index(last, 0, list->rootIndex())).bottom() + 1;
    } else if (const auto* text = qobject_cast<const QPlainTextEdit*>(&area)) {
        QTextCursor end(text->document());
        end.movePosition(QTextCursor::End);
        bottom = text->cursorRect(end).bottom() + 1;
    }
    return {0, 0, area.viewport()->width(), std::clamp(bottom, 0, area.viewport()->height())};
}
} // namespace

Banner::Banner(QWidget* content)
    : QFrame(content), m_label(new TextLabel({}, TextStyle::base, ColorRole::text, TextLabel::Lines::many)),
      m_open(new LinkLabel(tr("Open"))), m_folder(new LinkLabel(tr("Show folder"))),
      m_close(new IconButton(QStringLiteral("close"), tr("Dismiss")))
{
    setObjectName(QStringLiteral("banner"));
    m_label->setObjectName(QStringLiteral("bannerSentence"));
    m_close->setObjectName(QStringLiteral("bannerClose"));
    m_close->setSide(28);
    // As high with it as without: a standing sentence and a passing one take the same room.
    QSizePolicy policy = m_close->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_close->setSizePolicy(policy);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::k20, space::k4, space::k12, space::k4);
    row->addWidget(m_label, 1);
    for (LinkLabel* link : {m_open, m_folder}) {
        row->addWidget(link);
        link->setFocusPolicy(Qt::TabFocus);
        link->hide();
    }
    row->addWidget(m_close);
    connect(m_open, &LinkLabel::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_file)); });
    connect(m_folder, &LinkLabel::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_file).absolutePath())); });
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Banner::dismiss);
    connect(m_close, &IconButton::clicked, this, &Banner::dismiss);
    m_again.setSingleShot(true);
    m_again.setInterval(0);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (isVisible())
            place();
    });
    qApp->installEventFilter(this);
    m_close->setFocusPolicy(Qt::TabFocus); // a click away leaves the keyboard where it was
    hide();
}

QString Banner::sentence() const { return isHidden() ? QString() : m_label->text(); }

void Banner::show(Tone tone, const QString& sentence, const QString& file)
{
    if (tone == Tone::standing)
        m_standing = sentence;
    present(tone, sentence, file);
}

void Banner::present(Tone tone, const QString& sentence, const QString& file)
{
    m_file = file;
    m_open->setVisible(!file.isEmpty());
    m_folder->setVisible(!file.isEmpty());
    m_label->setText(sentence);
    m_label->setColorRole(tone == Tone::trouble ? ColorRole::danger : ColorRole::text);
    m_close->setVisible(tone != Tone::standing);
    if (tone == Tone::passing)
        m_timer.start(file.isEmpty() ? kPassingMs : kPassingFileMs);
    else
        m_timer.stop();
    place();
    setVisible(!sentence.isEmpty());
    raise();
    Announcer::say(*this, sentence);
}

int Banner::heightAt(int width) const
{
    return layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : layout()->totalSizeHint().height();
}

void Banner::place()
{
    QWidget* content = parentWidget();
    const bool docked = !m_standing.isEmpty();
    setProperty("role", docked ? QStringLiteral("bar") : QStringLiteral("float"));
    if (docked) {
        const int height = heightAt(content->width());
        content->setContentsMargins(0, height, 0, 0);
        setGeometry(0, 0, content->width(), height);
        return;
    }
    content->setContentsMargins(0, 0, 0, 0);
    // As wide as its sentence in one line, where there is room.
    const QMargins margins = layout()->contentsMargins();
    const int words = QFontMetrics(m_label->font()).horizontalAdvance(m_label->text()) + space::k4;
    int beside = 0;
    for (const QWidget* part : std::initializer_list<const QWidget*>{m_open, m_folder, m_close})
        if (part == m_close || !part->isHidden())
            beside += part->sizeHint().width() + layout()->spacing();
    const int width = std::min(margins.left() + words + beside + margins.right(), content->width() - 2 * space::k24);
    setGeometry(bestSpot({width, heightAt(width)}));
}

QRect Banner::bestSpot(QSize size) const
{
    constexpr int kStep = space::k8;
    constexpr qint64 kControl = 1000; // a pixel of a control is never covered to save words or way
    constexpr qint64 kWay = 10;       // so many pixels of words are covered rather than going one further up or aside
    const QSize room = parentWidget()->size();
    const QPoint home((room.width() - size.width()) / 2, room.height() - size.height() - space::k16);
    const Beneath things = beneath();
    QRect best(home, size);
    qint64 least = -1;
    const int aside = std::max(0, home.x() - space::k24) / kStep;
    for (int y = home.y(); y > space::k8 || y == home.y(); y -= kStep)
        for (int i = 0; i <= 2 * aside; ++i) {
            // From the middle outwards, left and right in turn.
            const int x = home.x() + (i % 2 == 0 ? 1 : -1) * ((i + 1) / 2) * kStep;
            const qint64 way = kWay * (home.y() - y + std::abs(home.x() - x));
            if (least >= 0 && way >= least)
                break; // further out is no better
            const QRect spot(QPoint(x, y), size);
            const qint64 cost = kControl * coveredBy(spot, things.controls) + coveredBy(spot, things.words) + way;
            if (least < 0 || cost < least) {
                least = cost;
                best = spot;
            }
        }
    return best;
}

Banner::Beneath Banner::beneath() const
{
    const QWidget* const content = parentWidget();
    const auto inContent = [content](const QWidget* widget, const QRect& part) {
        return QRect(widget->mapTo(content, part.topLeft()), part.size());
    };
    const auto seen = [&](const QWidget* widget, const QRect& part) {
        QRect shown = inContent(widget, part);
        for (const QWidget* around = widget->parentWidget(); around != content; around = around->parentWidget())
            shown &= inContent(around, around->rect()); // what is scrolled away is not there
        return shown;
    };
    constexpr QMargins kAir(space::k4, space::k4, space::k4, space::k4);
    Beneath things;
    for (const QWidget* widget : content->findChildren<QWidget*>()) {
        if (!widget->isVisible() || isAncestorOf(widget) || widget->window() != content->window())
            continue;
        if (qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
            qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget))
            things.controls.push_back(seen(widget, widget->rect().marginsAdded(kAir)));
        else if (const auto* label = qobject_cast<const QLabel*>(widget); label && !label->text().isEmpty())
            things.words.push_back(seen(widget, widget->rect()));
        else if (qobject_cast<const QAbstractItemView*>(widget) || qobject_cast<const QPlainTextEdit*>(widget)) {
            const auto& area = *static_cast<const QAbstractScrollArea*>(widget);
            things.words.push_back(seen(area.viewport(), filled(area)));
        }
    }
    return things;
}

bool Banner::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (watched == parentWidget() && type == QEvent::Resize)
        place();
    else if ((type == QEvent::Show || type == QEvent::Resize) && isVisible() && m_standing.isEmpty()) {
        // Another page, or more on this one.
        const auto* const widget = qobject_cast<QWidget*>(watched);
        if (widget != nullptr && parentWidget()->isAncestorOf(widget) && widget != this && !isAncestorOf(widget))
            m_again.start();
    }
    return QFrame::eventFilter(watched, event);
}

void Banner::dismiss() { present(Tone::standing, m_standing); }

void Banner::clearStanding()
{
    m_standing.clear();
    dismiss();
}

} // namespace weavemap::ui
