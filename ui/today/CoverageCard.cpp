// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/CoverageCard.h"

#include <algorithm>
#include <map>

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"
#include "ui/models/PeopleModel.h"
#include "ui/widgets/PaintParts.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kRowHeight = 25;
constexpr int kNameWidth = 84;
constexpr int kCountWidth = 62;
constexpr double kLowShare = 0.4; // below it a stage cannot be read: said in warning ink

struct Region
{
    QString name;
    int colour = -1;
    int members = 0;
    int heard = 0;
};

} // namespace

/// One bar a region: how many of its members were heard from.
class CoverageCard::Bars : public QWidget
{
public:
    void setRegions(std::vector<Region> regions)
    {
        m_regions = std::move(regions);
        setFixedHeight(static_cast<int>(m_regions.size()) * kRowHeight);
        QStringList spoken;
        for (const Region& region : m_regions)
            spoken.append(CoverageCard::tr("%1: %L2 of %L3").arg(region.name).arg(region.heard).arg(region.members));
        setAccessibleName(spoken.join(QStringLiteral("; ")));
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = currentTheme();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        double top = 0;
        for (const Region& region : m_regions) {
            const double share = region.members > 0 ? static_cast<double>(region.heard) / region.members : 0;
            const QRectF row(0, top, width(), kRowHeight);
            paintText(&painter, row.adjusted(0, 0, kNameWidth - width(), 0), region.name, TextStyle::control,
                      theme.color(ColorRole::text));
            const QRectF trough(kNameWidth, row.center().y() - 4, width() - kNameWidth - kCountWidth, 8);
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.color(ColorRole::sunken));
            painter.drawRoundedRect(trough, 4, 4);
            if (share > 0) {
                painter.setBrush(theme.group(region.colour));
                painter.drawRoundedRect(QRectF(trough.topLeft(), QSizeF(std::max(8.0, trough.width() * share), 8)), 4,
                                        4);
            }
            const bool low = share < kLowShare;
            paintText(&painter, row.adjusted(width() - kCountWidth, 0, 0, 0),
                      CoverageCard::tr("%L1 of %L2").arg(region.heard).arg(region.members),
                      low ? TextStyle::controlBold : TextStyle::control,
                      theme.color(low ? ColorRole::warning : ColorRole::muted), Qt::AlignRight);
            top += kRowHeight;
        }
    }

private:
    std::vector<Region> m_regions;
};

CoverageCard::CoverageCard(PeopleModel& people, QWidget* parent)
    : Card(Kind::plain, Padding::normal, parent), m_people(people), m_share(new TextLabel({}, TextStyle::page)),
      m_count(new TextLabel({}, TextStyle::second, ColorRole::muted)), m_bars(new Bars)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(space::k8);
    row->addWidget(m_share);
    row->addWidget(m_count, 0, Qt::AlignVCenter);
    row->addStretch();
    body()->addLayout(row);
    body()->addWidget(m_bars);
    refresh();
}

void CoverageCard::refresh()
{
    const int members = m_people.currentMembers();
    const int heard = m_people.heardMembers();
    m_share->setText(members > 0 ? formatPercent(static_cast<double>(heard) / members) : QString());
    m_count->setText(members > 0 ? tr("%L1 of %Ln members", "", members).arg(heard) : tr("Nobody to hear from yet."));
    m_share->setVisible(members > 0);
    m_bars->setVisible(members > 0);
    std::map<QString, Region> byName;
    for (int at = 0; at < m_people.rowCount(); ++at) {
        const actions::RosterRow& row = m_people.row(at);
        if (!row.current || row.person.kind != PersonKind::member || row.person.region.empty())
            continue;
        Region& region = byName[toQString(row.person.region)];
        region.name = toQString(row.person.region);
        region.colour = m_people.colourOf(row.person.id);
        ++region.members;
        region.heard += row.heardFrom ? 1 : 0;
    }
    std::vector<Region> regions;
    regions.reserve(byName.size());
    for (auto& [name, region] : byName)
        regions.push_back(std::move(region));
    std::stable_sort(regions.begin(), regions.end(),
                     [](const Region& a, const Region& b) { return a.members > b.members; });
    if (regions.size() > 8)
        regions.resize(8);
    m_bars->setRegions(std::move(regions));
}

} // namespace weavemap::ui
