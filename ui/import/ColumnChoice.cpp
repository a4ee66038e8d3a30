// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/ColumnChoice.h"

#include <algorithm>

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QSet>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kParts = 12;
constexpr int kPartsInARow = 6;
constexpr int kLeastWidth = 100;
constexpr int kMostWidth = 220; // of a column's name

struct Asked
{
    exchange::Field field;
    QString words;
};

std::vector<Asked> askedOf(exchange::ReadAs kind)
{
    using exchange::Field;
    if (kind == exchange::ReadAs::ties)
        return {{Field::source, ColumnChoice::tr("From")},
                {Field::target, ColumnChoice::tr("To")},
                {Field::weight, ColumnChoice::tr("Strength")},
                {Field::contact, ColumnChoice::tr("How often")},
                {Field::since, ColumnChoice::tr("Since")}};
    if (kind == exchange::ReadAs::members)
        return {{Field::name, ColumnChoice::tr("Name")},
                {Field::id, ColumnChoice::tr("Id")},
                {Field::email, ColumnChoice::tr("E-mail")},
                {Field::firstName, ColumnChoice::tr("First name")},
                {Field::lastName, ColumnChoice::tr("Last name")},
                {Field::phone, ColumnChoice::tr("Phone")},
                {Field::organization, ColumnChoice::tr("School")},
                {Field::role, ColumnChoice::tr("Role")},
                {Field::region, ColumnChoice::tr("Region")},
                {Field::level, ColumnChoice::tr("Level of engagement")},
                {Field::joined, ColumnChoice::tr("Joined")},
                {Field::contactPreference, ColumnChoice::tr("Likes to be called")}};
    return {};
}

/// Whether a list may be read without a column for the field; the others are found out.
bool canBeWithout(exchange::ReadAs kind, exchange::Field field)
{
    return kind == exchange::ReadAs::members || field == exchange::Field::contact || field == exchange::Field::since;
}

} // namespace

ColumnChoice::ColumnChoice(QWidget* parent)
    : QWidget(parent), m_turned(new QCheckBox(tr("Names are written last name first"))),
      m_proposed(new QCheckBox(tr("Take school, role, region and the like from columns named so")))
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(space::k8);
    QGridLayout* const grid = makeGrid();
    for (int i = 0; i < kParts; ++i) {
        buildPart(i);
        grid->addWidget(m_parts.back().box, i / kPartsInARow, i % kPartsInARow);
    }
    rows->addLayout(grid);
    m_turned->setObjectName(QStringLiteral("importNamesTurned"));
    m_proposed->setObjectName(QStringLiteral("importTakeProposed"));
    for (QCheckBox* box : {m_turned, m_proposed})
        rows->addWidget(box, 0, Qt::AlignLeft);
    connect(m_turned, &QCheckBox::clicked, this, [this](bool on) {
        m_names = on ? exchange::NameOrder::lastNameFirst : exchange::NameOrder::asWritten;
        Q_EMIT changed();
    });
    connect(m_proposed, &QCheckBox::clicked, this, &ColumnChoice::changed);
    forget();
}

QGridLayout* ColumnChoice::makeGrid()
{
    auto* grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::k16);
    grid->setVerticalSpacing(0);
    for (int column = 0; column < kPartsInARow; ++column) {
        // A grid leaves out the gap beside a column in which nothing stands, or over which a field goes on: something
        // stands in each, below all fields.
        auto* filler = new QWidget;
        filler->setFixedHeight(0);
        grid->addWidget(filler, kParts, column);
        grid->setColumnStretch(column, 1);
    }
    return grid;
}

void ColumnChoice::buildPart(int index)
{
    Part part{new QWidget, new TextLabel({}, TextStyle::caption, ColorRole::muted), new QComboBox};
    auto* column = new QVBoxLayout(part.box);
    column->setContentsMargins(0, index < kPartsInARow ? 0 : space::k8, 0, 0);
    column->setSpacing(2);
    column->addWidget(part.label);
    column->addWidget(part.columns);
    part.columns->setObjectName(QStringLiteral("importColumn%1").arg(index));
    part.columns->setMinimumWidth(kLeastWidth);
    // A long heading is cut in the box; the list below it shows more.
    part.columns->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(part.columns, &QComboBox::activated, this,
            [this, index] { choose(m_parts[static_cast<std::size_t>(index)]); });
    m_parts.push_back(part);
}

void ColumnChoice::choose(const Part& part)
{
    const QString header = part.columns->currentData().toString();
    m_without.erase(part.field);
    m_chosen.erase(part.field);
    if (!header.isEmpty())
        m_chosen[part.field] = toUtf8(header);
    else if (canBeWithout(m_kind, part.field))
        m_without.insert(part.field);
    Q_EMIT changed();
}

void ColumnChoice::offer(exchange::ReadAs kind, const exchange::FileFacts& facts)
{
    const std::vector<Asked> asked = askedOf(kind);
    m_kind = kind;
    setVisible(!asked.empty() && !facts.columns.empty());
    m_proposed->hide();
    const bool isTurned = m_names == exchange::NameOrder::lastNameFirst ||
                          (m_names == exchange::NameOrder::asItLooks && facts.namesLookTurned);
    m_turned->setChecked(isTurned);
    m_turned->setVisible(kind == exchange::ReadAs::members && (facts.namesLookTurned || isTurned));
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        Part& part = m_parts[i];
        part.box->setVisible(i < asked.size());
        if (i >= asked.size())
            continue;
        part.field = asked[i].field;
        part.label->setText(asked[i].words);
        part.columns->setAccessibleName(tr("Column: %1").arg(asked[i].words));
        part.columns->clear();
        part.columns->addItem(canBeWithout(kind, part.field) ? tr("No column") : tr("Find out"), QString());
        QSet<QString> seen;
        for (const std::string& header : facts.columns) {
            const QString name = toQString(header);
            if (name.isEmpty() || seen.contains(name))
                continue;
            seen.insert(name);
            part.columns->addItem(
                part.columns->fontMetrics().elidedText(name.simplified(), Qt::ElideMiddle, kMostWidth), name);
            part.columns->setItemData(part.columns->count() - 1, name, Qt::ToolTipRole);
        }
        const auto found = m_chosen.find(part.field);
        const auto read = facts.mapping.find(part.field);
        const QString now = found != m_chosen.end()       ? toQString(found->second)
                            : read != facts.mapping.end() ? toQString(read->second)
                                                          : QString();
        part.columns->setCurrentIndex(std::max(0, part.columns->findData(now)));
        part.columns->setToolTip(now); // the box may be too narrow for a long heading
    }
}

void ColumnChoice::offerForSeveral(bool anyMembers)
{
    const bool isTaken = m_proposed->isChecked();
    forget();
    m_proposed->setChecked(isTaken);
    m_proposed->show();
    setVisible(anyMembers);
}

void ColumnChoice::forget()
{
    m_chosen.clear();
    m_without.clear();
    m_names = exchange::NameOrder::asItLooks;
    m_proposed->setChecked(true);
    m_turned->hide();
    for (const Part& part : m_parts)
        part.box->hide();
    hide();
}

void ColumnChoice::applyTo(exchange::ReadOptions& options) const
{
    options.columns = m_chosen;
    options.without = m_without;
    options.allFields = m_proposed->isChecked();
    options.names = options.allFields ? m_names : exchange::NameOrder::asWritten;
    if (!m_chosen.empty() || !m_without.empty())
        options.as = m_kind;
}

} // namespace weavemap::ui
