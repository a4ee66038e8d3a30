// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/ColumnChoice.h"

#include <algorithm>

#include <QComboBox>
#include <QHBoxLayout>
#include <QSet>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kParts = 3;
constexpr int kLeastWidth = 150;
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
                {Field::weight, ColumnChoice::tr("Strength")}};
    if (kind == exchange::ReadAs::members)
        return {{Field::name, ColumnChoice::tr("Name")},
                {Field::id, ColumnChoice::tr("Id")},
                {Field::email, ColumnChoice::tr("E-mail")}};
    return {};
}

} // namespace

ColumnChoice::ColumnChoice(QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::k16);
    for (int i = 0; i < kParts; ++i) {
        auto* column = new QVBoxLayout;
        column->setSpacing(2);
        Part part{new TextLabel({}, TextStyle::caption, ColorRole::muted), new QComboBox};
        part.box->setObjectName(QStringLiteral("importColumn%1").arg(i));
        part.box->setMinimumWidth(kLeastWidth);
        column->addWidget(part.label);
        column->addWidget(part.box);
        row->addLayout(column);
        m_parts.push_back(part);
        connect(part.box, &QComboBox::activated, this, [this, i] {
            const Part& chosen = m_parts[static_cast<std::size_t>(i)];
            const QString header = chosen.box->currentData().toString();
            if (header.isEmpty())
                m_chosen.erase(chosen.field);
            else
                m_chosen[chosen.field] = toUtf8(header);
            Q_EMIT changed();
        });
    }
    row->addStretch();
    hide();
}

void ColumnChoice::offer(exchange::ReadAs kind, const std::vector<std::string>& headers, const Columns& taken)
{
    const std::vector<Asked> asked = askedOf(kind);
    m_kind = kind;
    setVisible(!asked.empty() && !headers.empty());
    if (asked.empty())
        return;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        Part& part = m_parts[i];
        part.field = asked[i].field;
        part.label->setText(asked[i].words);
        part.box->setAccessibleName(tr("Column: %1").arg(asked[i].words));
        part.box->clear();
        part.box->addItem(tr("Find out"), QString());
        QSet<QString> seen;
        for (const std::string& header : headers) {
            const QString name = toQString(header);
            if (name.isEmpty() || seen.contains(name))
                continue;
            seen.insert(name);
            part.box->addItem(part.box->fontMetrics().elidedText(name.simplified(), Qt::ElideMiddle, kMostWidth), name);
            part.box->setItemData(part.box->count() - 1, name, Qt::ToolTipRole);
        }
        const auto found = m_chosen.find(part.field);
        const auto read = taken.find(part.field);
        const QString now = found != m_chosen.end() ? toQString(found->second)
                            : read != taken.end()   ? toQString(read->second)
                                                    : QString();
        part.box->setCurrentIndex(std::max(0, part.box->findData(now)));
    }
}

void ColumnChoice::forget()
{
    m_chosen.clear();
    hide();
}

} // namespace weavemap::ui
