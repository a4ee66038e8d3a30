// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/CircleView.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

#include "ui/base/Convert.h"
#include "ui/base/FocusRing.h"
#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"
#include "ui/models/PeopleModel.h"
#include "ui/paint/MapPictureBuilder.h"
#include "ui/paint/RasterPainter.h"

namespace weavemap::ui {

namespace {
/// Room that names take beside, above and below the circle.
constexpr double kNameRoom = 150, kTopRoom = 10, kLeastReach = 60, kMostReach = 110, kDiscRoom = 9;
} // namespace

CircleView::CircleView(const PeopleModel& people, Jobs& jobs, QWidget* parent)
    : QAbstractButton(parent), m_people(people), m_jobs(jobs)
{
    setObjectName(QStringLiteral("circleView"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setProperty(kFocusRadiusProperty, radius::kButton);
}

void CircleView::setCircle(const Person& person, const std::vector<actions::ProfileTie>& ties, Date on)
{
    m_input = {};
    for (int colour = 0; colour < kGroupCount; ++colour)
        m_input.groups.push_back({{}, colour, 0, 0});
    const auto add = [this](PersonId id, const QString& name) {
        MapPerson each;
        each.id = id;
        each.name = name;
        each.group = m_people.colourOf(id);
        each.heardFrom = m_people.isHeardFrom(id);
        m_input.people.push_back(std::move(each));
    };
    add(person.id, {}); // whose page it is needs no telling
    QStringList names;
    for (const actions::ProfileTie& tie : ties) {
        if (static_cast<int>(m_input.people.size()) > kMostPeople)
            break;
        const auto other = static_cast<std::uint32_t>(m_input.people.size());
        add(tie.other, toQString(tie.name));
        names.append(toQString(tie.name));
        MapTie line;
        line.id = tie.tie.id;
        line.a = 0;
        line.b = other;
        line.depth = tie.tie.depth;
        line.collaboration = tie.tie.collaboration;
        line.stale = tie.tie.isStaleOn(on);
        line.staffGuess = !tie.evidence.empty() &&
                          std::all_of(tie.evidence.begin(), tie.evidence.end(),
                                      [](const auto& each) { return each.kind == EvidenceKind::staffGuess; });
        m_input.ties.push_back(line);
    }
    // People of one region stand side by side.
    std::vector<std::uint32_t> order(m_input.people.size());
    for (std::uint32_t at = 0; at < order.size(); ++at)
        order[at] = at;
    std::stable_sort(order.begin() + 1, order.end(), [this](std::uint32_t a, std::uint32_t b) {
        return m_input.people[a].group < m_input.people[b].group;
    });
    std::vector<std::uint32_t> placeOf(order.size());
    std::vector<MapPerson> sorted;
    for (std::uint32_t at = 0; at < order.size(); ++at) {
        placeOf[order[at]] = at;
        sorted.push_back(std::move(m_input.people[order[at]]));
    }
    m_input.people = std::move(sorted);
    for (MapTie& tie : m_input.ties)
        tie.b = placeOf[tie.b];
    m_input.focus.selected = {0};
    setAccessibleName(names.isEmpty() ? tr("Circle: no known tie")
                                      : tr("Circle: in touch with %1").arg(names.join(QStringLiteral(", "))));
    setToolTip(tr("Open on the map"));
    render();
}

void CircleView::clear()
{
    m_job.cancel();
    m_input = {};
    m_image = {};
    setAccessibleName(tr("Circle: no known tie")); // it told their names
    update();
}

void CircleView::place()
{
    // Two bows, left and right, so that every name has a line of its own beside its disc.
    const double reachX = std::clamp(width() / 2.0 - kNameRoom, kLeastReach, kMostReach);
    const double reachY = height() / 2.0 - kTopRoom;
    const std::size_t around = m_input.people.size() - 1;
    const std::size_t right = (around + 1) / 2;
    for (std::size_t at = 0; at < around; ++at) {
        const bool onTheRight = at < right;
        const std::size_t count = onTheRight ? right : around - right;
        const std::size_t line = onTheRight ? at : at - right;
        const double up = (2 * static_cast<double>(line) + 1) / static_cast<double>(count) - 1; // -1 to 1
        const double out = reachX * std::sqrt(1 - 0.7 * up * up);
        m_input.people[at + 1].at = QPointF(onTheRight ? out : -out, reachY * up);
    }
}

void CircleView::render()
{
    m_job.cancel();
    if (m_input.people.empty() || width() <= 0)
        return;
    place();
    const Theme& theme = currentTheme();
    m_input.style.colors = mapColors(theme);
    m_input.style.colors.canvas = theme.color(ColorRole::surface);
    m_input.style.sizes = MapSizes::same;
    m_input.style.labels = MapLabels::all;
    m_input.style.hulls = false;
    m_input.style.fog = false;
    MapViewport viewport;
    viewport.size = size();
    // Names stand outside the bows, not over the lines between them.
    double inner = width();
    for (std::size_t at = 1; at < m_input.people.size(); ++at)
        inner = std::min(inner, std::abs(m_input.people[at].at.x()));
    if (m_input.people.size() > 1)
        viewport.obstacles.emplace_back(width() / 2.0 - inner + kDiscRoom, 0, 2 * (inner - kDiscRoom), height());
    m_job = m_jobs.run<QImage>(
        this,
        [input = m_input, viewport, ratio = devicePixelRatioF()](const RunContext& run) -> Result<QImage> {
            WEAVEMAP_ASSIGN(const auto picture, buildMapPicture(input, viewport, run));
            return RasterPainter::render(*picture, ratio, run);
        },
        [this](Result<QImage> image) {
            if (image)
                m_image = std::move(*image);
            update();
        });
}

void CircleView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), currentTheme().color(ColorRole::surface));
    if (m_image.isNull())
        return;
    const QSizeF size = m_image.size() / m_image.devicePixelRatio();
    painter.drawImage(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), m_image);
}

void CircleView::resizeEvent(QResizeEvent* event)
{
    QAbstractButton::resizeEvent(event);
    render();
}

void CircleView::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        render();
}

void CircleView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace weavemap::ui
