// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/FloatShadow.h"

#include <algorithm>
#include <cmath>

#include <QEvent>
#include <QImage>
#include <QPainter>

#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"

namespace weavemap::ui {

namespace {

constexpr int kMargin = 28;                       ///< px around the card that the shadow reaches
constexpr int kInner = radius::kCard + 20;        ///< px inside the card after which it is even
constexpr int kSide = 2 * (kMargin + kInner) + 1; ///< of the patch, the middle px included

struct Drop
{
    double y;
    double blur;
    QColor color;
};

/// How far a point is from the edge of a round-cornered square around the origin; below 0 inside.
double distanceToSquare(QPointF at, double half)
{
    const double x = std::abs(at.x()) - half + radius::kCard, y = std::abs(at.y()) - half + radius::kCard;
    return std::hypot(std::max(x, 0.0), std::max(y, 0.0)) + std::min(std::max(x, y), 0.0) - radius::kCard;
}

double strengthAt(QPointF at, const Drop& drop)
{
    const double sigma = drop.blur / 2;
    const double distance = distanceToSquare(at - QPointF(0, drop.y), kInner + 0.5);
    return drop.color.alphaF() * 0.5 * std::erfc(distance / (sigma * std::sqrt(2.0)));
}

/// Both shadows in one image. They are the same ink at two strengths, so one lies over the other.
QImage makePatch(const Drop& tight, const Drop& wide, double ratio)
{
    const int side = static_cast<int>(std::ceil(kSide * ratio));
    QImage patch(side, side, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < side; ++y) {
        auto* line = reinterpret_cast<QRgb*>(patch.scanLine(y));
        for (int x = 0; x < side; ++x) {
            const QPointF at((x + 0.5) / ratio - kSide / 2.0, (y + 0.5) / ratio - kSide / 2.0);
            const double alpha = 1 - (1 - strengthAt(at, tight)) * (1 - strengthAt(at, wide));
            line[x] = qPremultiply(qRgba(wide.color.red(), wide.color.green(), wide.color.blue(),
                                         static_cast<int>(std::lround(255 * alpha))));
        }
    }
    return patch;
}

const QImage& patchOf(const Theme& theme, double ratio)
{
    static QImage patch;
    static QColor tight, wide;
    static double madeFor = 0;
    if (patch.isNull() || tight != theme.shadowTight() || wide != theme.shadowWide() || madeFor != ratio) {
        tight = theme.shadowTight();
        wide = theme.shadowWide();
        madeFor = ratio;
        patch = makePatch({1, 2, tight}, {6, 20, wide}, ratio);
    }
    return patch;
}

} // namespace

void paintFloatShadow(QPainter& painter, const QRectF& card, const Theme& theme, double devicePixelRatio)
{
    const QImage& patch = patchOf(theme, devicePixelRatio);
    const double w = std::min<double>(kInner, card.width() / 2), h = std::min<double>(kInner, card.height() / 2);
    const QRectF whole = card.adjusted(-kMargin, -kMargin, kMargin, kMargin);
    // Corners as they are, cut where the card is small; edges and middle stretched from the even part.
    const double left[4]{whole.left(), card.left() + w, card.right() - w, whole.right()};
    const double top[4]{whole.top(), card.top() + h, card.bottom() - h, whole.bottom()};
    const double fromX[3]{0, kMargin + kInner, kSide - kMargin - w}, sizeX[3]{kMargin + w, 1, kMargin + w};
    const double fromY[3]{0, kMargin + kInner, kSide - kMargin - h}, sizeY[3]{kMargin + h, 1, kMargin + h};
    const double r = devicePixelRatio;
    for (int i = 0; i < 3; ++i)
        for (int j = 0; j < 3; ++j) {
            const QRectF to(QPointF(left[i], top[j]), QPointF(left[i + 1], top[j + 1]));
            if (to.width() > 0 && to.height() > 0)
                painter.drawImage(to, patch, QRectF(fromX[i] * r, fromY[j] * r, sizeX[i] * r, sizeY[j] * r));
        }
}

FloatShadow::FloatShadow(QWidget* card) : QWidget(card->parentWidget()), m_card(card)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    card->installEventFilter(this);
    follow(card->isVisible());
}

void FloatShadow::setFloating(bool floats)
{
    m_floats = floats;
    follow(m_card->isVisible());
}

bool FloatShadow::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::Hide:
        follow(false);
        break;
    case QEvent::Show:
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::ZOrderChange:
        follow(m_card->isVisible() || event->type() == QEvent::Show);
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void FloatShadow::follow(bool cardShown)
{
    setGeometry(m_card->geometry().adjusted(-kMargin, -kMargin, kMargin, kMargin));
    setVisible(cardShown && m_floats);
    stackUnder(m_card);
}

void FloatShadow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintFloatShadow(painter, QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin), currentTheme(),
                     devicePixelRatioF());
}

} // namespace weavemap::ui
