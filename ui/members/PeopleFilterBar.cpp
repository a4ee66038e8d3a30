// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/PeopleFilterBar.h"

#include <algorithm>
#include <array>
#include <utility>

#include <QHBoxLayout>
#include <QMenu>
#include <QSignalBlocker>

#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/members/PersonFields.h"
#include "ui/models/PeopleModel.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FilterChip.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kFieldWidth = 208, kFieldNarrow = 138, kNarrow = 670;
/// A menu longer than this helps nobody; the field finds the rest.
constexpr qsizetype kMenuValues = 40;
constexpr std::array kStatuses{StatusFilter::current, StatusFilter::former, StatusFilter::everyone};
constexpr std::array kKinds{PersonKind::member, PersonKind::staff, PersonKind::outside};

QString statusWords(StatusFilter status)
{
    switch (status) {
    case StatusFilter::current:
        return PeopleFilterBar::tr("current");
    case StatusFilter::former:
        return PeopleFilterBar::tr("former and archived");
    case StatusFilter::everyone:
        return PeopleFilterBar::tr("everyone");
    }
    return {};
}

QString kindWords(PersonKind kind)
{
    switch (kind) {
    case PersonKind::member:
        return PeopleFilterBar::tr("members");
    case PersonKind::staff:
        return PeopleFilterBar::tr("staff");
    case PersonKind::outside:
        return PeopleFilterBar::tr("outside");
    }
    return {};
}

QAction* addChoice(QMenu* menu, const QString& text, bool chosen)
{
    auto* action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(chosen);
    return action;
}

} // namespace

PeopleFilterBar::PeopleFilterBar(PeopleModel& people, PeopleFilterModel& filtered, QWidget* parent)
    : QWidget(parent), m_people(people), m_filtered(filtered), m_field(new SearchField(tr("Filter by any word"))),
      m_chipRow(new QWidget), m_chips(new FlowLayout(m_chipRow, space::k8, space::k4)),
      m_add(new Button(tr("Filter"), Button::Kind::link)), m_addMenu(new QMenu(this)),
      m_count(new TextLabel({}, TextStyle::control, ColorRole::muted)), m_columns(new QMenu(this))
{
    m_field->setObjectName(QStringLiteral("peopleFilter"));
    m_field->setIconName(QStringLiteral("filter"));
    m_field->setFixedWidth(kFieldWidth);
    m_add->setObjectName(QStringLiteral("addFilter"));
    m_add->setIconName(QStringLiteral("plus"));
    m_add->setAccessibleName(tr("Add a filter"));
    m_count->setObjectName(QStringLiteral("peopleCount"));
    m_addMenu->setObjectName(QStringLiteral("addFilterMenu"));
    m_columns->setObjectName(QStringLiteral("columnsMenu"));
    auto* columns = new Button(tr("Columns"), Button::Kind::quiet);
    columns->setObjectName(QStringLiteral("columnsButton"));
    columns->setMenu(m_columns);
    m_chips->setContentsMargins(0, 0, 0, 0);
    m_chips->addWidget(m_add);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::k8);
    row->addWidget(m_field, 0, Qt::AlignTop);
    row->addWidget(m_chipRow, 1);
    row->addWidget(columns, 0, Qt::AlignTop);

    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        PeopleFilter filter = m_filtered.filter();
        filter.words = text;
        m_filtered.setFilter(filter);
    });
    connect(m_field, &SearchField::wentDown, this, &PeopleFilterBar::wentDown);
    connect(m_field, &QLineEdit::returnPressed, this, &PeopleFilterBar::wentDown);
    connect(m_add, &QPushButton::clicked, this, [this] {
        fillFilterMenu();
        m_addMenu->popup(m_add->mapToGlobal(QPoint(0, m_add->height() + space::k4)));
    });
    connect(&filtered, &PeopleFilterModel::filterChanged, this, [this] {
        const QSignalBlocker quiet(m_field);
        if (m_field->text() != m_filtered.filter().words)
            m_field->setText(m_filtered.filter().words);
        PeopleFilter chips = m_filtered.filter();
        chips.words.clear();
        if (chips != m_chipsOf || m_columnsOf != m_people.columnCount())
            rebuildChips();
        updateCount();
    });
    rebuildChips();
    updateCount();
}

void PeopleFilterBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void PeopleFilterBar::clearAll()
{
    PeopleFilter filter;
    filter.status = StatusFilter::everyone;
    filter.kind.reset();
    apply(filter);
}

void PeopleFilterBar::reset()
{
    apply({});
    emptyFilterMenu();
}

void PeopleFilterBar::forget(PersonId person)
{
    m_filtered.forget(person);
    emptyFilterMenu();
    // The menus of the chips name the values of everybody in the table, which they are not in once it is read again.
    connect(&m_people, &PeopleModel::refreshed, this, &PeopleFilterBar::rebuildChips, Qt::SingleShotConnection);
}

void PeopleFilterBar::apply(const PeopleFilter& filter) { m_filtered.setFilter(filter); }

int PeopleFilterBar::columnOf(const QString& key) const
{
    for (int column = 0; column < m_people.columnCount(); ++column)
        if (m_people.columnKey(column) == key)
            return column;
    return -1;
}

void PeopleFilterBar::rebuildChips()
{
    // The chip that was pressed may be the one that goes: it lives until its own signal has ended.
    for (int at = m_chips->count() - 1; at >= 0; --at) {
        QLayoutItem* item = m_chips->itemAt(at);
        if (item->widget() == m_add)
            continue;
        m_chips->takeAt(at);
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const PeopleFilter& filter = m_filtered.filter();
    m_chipsOf = filter;
    m_chipsOf.words.clear();
    m_columnsOf = m_people.columnCount();
    if (filter.status != StatusFilter::everyone) {
        PeopleFilter without = filter;
        without.status = StatusFilter::everyone;
        addChip(tr("Status"), statusWords(filter.status), QStringLiteral("statusChip"), statusMenu(), without);
    }
    if (filter.kind) {
        PeopleFilter without = filter;
        without.kind.reset();
        addChip(tr("Kind"), kindWords(*filter.kind), QStringLiteral("kindChip"), kindMenu(), without);
    }
    for (auto value = filter.values.begin(); value != filter.values.end(); ++value) {
        const int column = columnOf(value.key());
        if (column < 0)
            continue;
        PeopleFilter without = filter;
        without.values.remove(value.key());
        addChip(m_people.headerData(column, Qt::Horizontal).toString(), value->isEmpty() ? tr("none") : *value,
                value.key() + QStringLiteral("Chip"), valueMenu(value.key()), without);
    }
}

void PeopleFilterBar::addChip(const QString& label, const QString& value, const QString& name, QMenu* menu,
                              PeopleFilter without)
{
    auto* chip = new FilterChip(label, value, Chip::End::close);
    chip->setObjectName(name);
    menu->setParent(chip, menu->windowFlags());
    chip->setMenu(menu);
    m_chips->insertWidget(m_chips->count() - 1, chip);
    chip->show();
    connect(chip, &Chip::closeRequested, this, [this, without] {
        PeopleFilter filter = without;
        filter.words = m_filtered.filter().words;
        apply(filter);
    });
}

QMenu* PeopleFilterBar::statusMenu()
{
    auto* menu = new QMenu(this);
    for (const StatusFilter status : kStatuses)
        connect(addChoice(menu, statusWords(status), m_filtered.filter().status == status), &QAction::triggered, this,
                [this, status] {
                    PeopleFilter filter = m_filtered.filter();
                    filter.status = status;
                    apply(filter);
                });
    return menu;
}

QMenu* PeopleFilterBar::kindMenu()
{
    auto* menu = new QMenu(this);
    for (const PersonKind kind : kKinds)
        connect(addChoice(menu, kindWords(kind), m_filtered.filter().kind == kind), &QAction::triggered, this,
                [this, kind] {
                    PeopleFilter filter = m_filtered.filter();
                    filter.kind = kind;
                    apply(filter);
                });
    return menu;
}

QMenu* PeopleFilterBar::valueMenu(const QString& key)
{
    auto* menu = new QMenu(this);
    const int column = columnOf(key);
    menu->setTitle(m_people.headerData(column, Qt::Horizontal).toString());
    const auto choose = [this, menu, key](const QString& value, const QString& shown) {
        const auto now = m_filtered.filter().values.constFind(key);
        auto* action = addChoice(menu, QString(shown).replace(QLatin1Char('&'), QStringLiteral("&&")),
                                 now != m_filtered.filter().values.constEnd() && *now == value);
        connect(action, &QAction::triggered, this, [this, key, value] {
            PeopleFilter filter = m_filtered.filter();
            filter.values.insert(key, value);
            apply(filter);
        });
    };
    QStringList values = valuesIn(m_people, column).mid(0, kMenuValues);
    std::sort(values.begin(), values.end(),
              [](const QString& a, const QString& b) { return a.localeAwareCompare(b) < 0; });
    for (const QString& value : std::as_const(values))
        choose(value, value);
    menu->addSeparator();
    choose({}, tr("none"));
    return menu;
}

void PeopleFilterBar::emptyFilterMenu()
{
    m_addMenu->clear();
    for (QMenu* old : m_addMenu->findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly))
        old->deleteLater();
}

void PeopleFilterBar::fillFilterMenu()
{
    emptyFilterMenu();
    const auto adopt = [this](QMenu* menu, const QString& title) {
        menu->setTitle(title);
        menu->setParent(m_addMenu, menu->windowFlags());
        m_addMenu->addMenu(menu);
    };
    const PeopleFilter& filter = m_filtered.filter();
    if (filter.status == StatusFilter::everyone)
        adopt(statusMenu(), tr("Status"));
    if (!filter.kind)
        adopt(kindMenu(), tr("Kind"));
    QList<int> columns{PeopleModel::kRegion, PeopleModel::kRole, PeopleModel::kLevel, PeopleModel::kOrganization};
    for (int column = PeopleModel::kFixedColumns; column < m_people.columnCount(); ++column)
        columns.append(column);
    for (const int column : std::as_const(columns)) {
        const QString key = m_people.columnKey(column);
        const auto values = valuesIn(m_people, column);
        if (filter.values.contains(key) || values.isEmpty())
            continue;
        adopt(valueMenu(key), m_people.headerData(column, Qt::Horizontal).toString());
    }
}

void PeopleFilterBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < kNarrow;
    m_field->setFixedWidth(narrow ? kFieldNarrow : kFieldWidth);
    m_field->setPlaceholderText(narrow ? tr("Any word") : tr("Filter by any word"));
}

void PeopleFilterBar::updateCount()
{
    m_count->setVisible(m_people.isLoaded());
    const int all = m_people.rowCount();
    const int shown = m_filtered.rowCount();
    m_count->setText(shown == all ? peopleCount(all) : tr("%1 of %2").arg(formatCount(shown), peopleCount(all)));
}

} // namespace weavemap::ui
