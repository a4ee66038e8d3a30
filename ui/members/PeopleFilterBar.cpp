// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/PeopleFilterBar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <utility>

#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QMenu>

#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/members/PersonFields.h"
#include "ui/models/PeopleModel.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FilterChip.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kFieldWidth = 208, kFieldNarrow = 138, kFieldLeast = 80;
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

/// How wide a chip would be with another value.
int widthWith(const Chip& chip, const QString& value)
{
    const QFontMetricsF metrics(font(TextStyle::control));
    return static_cast<int>(std::ceil(chip.sizeHint().width() + metrics.horizontalAdvance(value) -
                                      metrics.horizontalAdvance(chip.value())));
}

/// A text as the title of a menu, which takes "&" for the mark of a key.
QString asTitle(QString text) { return text.replace(QLatin1Char('&'), QStringLiteral("&&")); }

} // namespace

PeopleFilterBar::PeopleFilterBar(PeopleModel& people, PeopleFilterModel& filtered, QWidget* parent)
    : QWidget(parent), m_people(people), m_filtered(filtered), m_field(new SearchField(tr("Filter by any word"))),
      m_chipRow(new QWidget), m_chips(new QHBoxLayout(m_chipRow)), m_add(new Button(tr("Filter"), Button::Kind::link)),
      m_addMenu(new QMenu(this)), m_more(new FilterChip({}, {}, Chip::End::chevron)), m_moreMenu(new QMenu(this)),
      m_count(new TextLabel({}, TextStyle::control, ColorRole::muted, TextLabel::Lines::elided)),
      m_columns(new QMenu(this)), m_columnsButton(new Button(tr("Columns"), Button::Kind::quiet))
{
    m_field->setObjectName(QStringLiteral("peopleFilter"));
    m_field->setIconName(QStringLiteral("filter"));
    m_field->setFixedWidth(kFieldWidth);
    m_add->setObjectName(QStringLiteral("addFilter"));
    m_add->setIconName(QStringLiteral("plus"));
    m_add->setAccessibleName(tr("Add a filter"));
    m_count->setParent(this); // until a page takes it
    m_count->setObjectName(QStringLiteral("peopleCount"));
    m_addMenu->setObjectName(QStringLiteral("addFilterMenu"));
    m_columns->setObjectName(QStringLiteral("columnsMenu"));
    m_columnsButton->setObjectName(QStringLiteral("columnsButton"));
    m_columnsButton->setMenu(m_columns);
    m_addWidth = m_add->sizeHint().width();
    m_more->setObjectName(QStringLiteral("moreFilters"));
    m_moreMenu->setObjectName(QStringLiteral("moreFiltersMenu"));
    m_more->setMenu(m_moreMenu);
    m_more->hide();
    m_chips->setContentsMargins(0, 0, 0, 0);
    m_chips->setSpacing(space::k8);
    m_chips->addWidget(m_add);
    m_chips->addWidget(m_more);
    m_chips->addStretch(1);
    // As wide as what the others leave; what it shows is chosen to fit.
    m_chipRow->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::k8);
    row->addWidget(m_field);
    row->addWidget(m_chipRow, 1);
    row->addWidget(m_columnsButton);

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
    connect(m_moreMenu, &QMenu::aboutToShow, this, &PeopleFilterBar::fillMoreMenu);
    connect(&filtered, &PeopleFilterModel::filterChanged, this, [this] {
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
    emptyMenus();
}

void PeopleFilterBar::forget(PersonId person)
{
    m_filtered.forget(person);
    emptyMenus();
    // The menus of the chips name the values of everybody in the table, which they are not in once it is read again.
    connect(&m_people, &PeopleModel::refreshed, this, &PeopleFilterBar::rebuildChips, Qt::SingleShotConnection);
}

void PeopleFilterBar::apply(const PeopleFilter& filter) { m_filtered.setFilter(filter); }

void PeopleFilterBar::takeAway(PeopleFilter without)
{
    without.words = m_filtered.filter().words;
    apply(without);
}

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
    for (const Shown& shown : std::exchange(m_shown, {})) {
        m_chips->removeWidget(shown.chip);
        shown.chip->hide();
        shown.chip->deleteLater();
    }
    const PeopleFilter& filter = m_filtered.filter();
    m_chipsOf = filter;
    m_chipsOf.words.clear();
    m_columnsOf = m_people.columnCount();
    if (filter.status != StatusFilter::everyone) {
        PeopleFilter without = filter;
        without.status = StatusFilter::everyone;
        addChip(
            tr("Status"), statusWords(filter.status), QStringLiteral("statusChip"), [this] { return statusMenu(); },
            without);
    }
    if (filter.kind) {
        PeopleFilter without = filter;
        without.kind.reset();
        addChip(
            tr("Kind"), kindWords(*filter.kind), QStringLiteral("kindChip"), [this] { return kindMenu(); }, without);
    }
    for (auto value = filter.values.begin(); value != filter.values.end(); ++value) {
        const int column = columnOf(value.key());
        if (column < 0)
            continue;
        PeopleFilter without = filter;
        without.values.remove(value.key());
        addChip(
            m_people.headerData(column, Qt::Horizontal).toString(), value->isEmpty() ? tr("none") : *value,
            value.key() + QStringLiteral("Chip"), [this, key = value.key()] { return valueMenu(key); }, without);
    }
    QWidget* before = m_field;
    for (const Shown& shown : m_shown) {
        setTabOrder(before, shown.chip);
        before = shown.chip;
    }
    for (QWidget* button : std::initializer_list<QWidget*>{m_add, m_more, m_columnsButton}) {
        setTabOrder(before, button);
        before = button;
    }
    arrange();
}

void PeopleFilterBar::addChip(const QString& label, const QString& value, const QString& name,
                              std::function<QMenu*()> makeMenu, PeopleFilter without)
{
    auto* chip = new FilterChip(label, value, Chip::End::close);
    chip->setObjectName(name);
    QMenu* menu = makeMenu();
    menu->setParent(chip, menu->windowFlags());
    chip->setMenu(menu);
    m_chips->insertWidget(static_cast<int>(m_shown.size()), chip);
    connect(chip, &Chip::closeRequested, this, [this, without] { takeAway(without); });
    m_shown.push_back({chip, std::move(makeMenu), std::move(without)});
}

QString PeopleFilterBar::moreWords(std::size_t shown) const
{
    const auto hidden = static_cast<qint64>(m_shown.size() - shown);
    if (hidden == 0)
        return tr("Filters");
    return (shown == 0 ? tr("Filters (%1)") : tr("More filters (%1)")).arg(formatCount(hidden));
}

void PeopleFilterBar::arrange()
{
    // What field, filters and the gap between them may take.
    const int room = width() - m_columnsButton->sizeHint().width() - space::k8;
    std::vector<int> widths{0}; // of the first chips with the gaps behind them
    for (const Shown& shown : m_shown)
        widths.push_back(widths.back() + shown.chip->sizeHint().width() + space::k8);

    // The field becomes narrower and the button loses its word before a filter has to go.
    struct Way
    {
        int field, add;
    };
    const std::array ways{Way{kFieldWidth, m_addWidth}, Way{kFieldNarrow, m_addWidth},
                          Way{kFieldNarrow, size::kLeastTarget}};
    const auto* const way = std::find_if(ways.begin(), ways.end(), [&](const Way& each) {
        return each.field + space::k8 + widths.back() + each.add <= room;
    });
    int field = kFieldNarrow;
    if (way != ways.end()) {
        field = way->field;
        m_add->setText(way->add == m_addWidth ? tr("Filter") : QString());
        m_add->setToolTip(way->add == m_addWidth ? QString() : m_add->accessibleName());
        m_add->setFixedWidth(way->add);
        showFirst(m_shown.size(), m_add);
    } else {
        std::size_t fitting = m_shown.empty() ? 0 : m_shown.size() - 1;
        const auto left = [&] { return room - space::k8 - widths[fitting] - widthWith(*m_more, moreWords(fitting)); };
        while (fitting > 0 && left() < kFieldNarrow)
            --fitting;
        field = std::clamp(left(), kFieldLeast, kFieldNarrow);
        m_more->setValue(moreWords(fitting));
        QStringList names;
        for (std::size_t i = fitting; i < m_shown.size(); ++i)
            names.append(m_shown[i].chip->accessibleName());
        m_more->setAccessibleName(names.isEmpty() ? tr("Filters") : tr("More filters: %1").arg(names.join(tr(", "))));
        showFirst(fitting, m_more);
    }
    m_field->setFixedWidth(field);
    m_field->setPlaceholderText(field < kFieldWidth ? tr("Any word") : tr("Filter by any word"));
    layout()->activate();
}

void PeopleFilterBar::showFirst(std::size_t count, QWidget* last)
{
    QWidget* const other = last == m_add ? static_cast<QWidget*>(m_more) : m_add;
    last->show();
    // The keyboard stays in the row when what it was on goes.
    bool hadFocus = other->hasFocus();
    for (std::size_t i = count; i < m_shown.size(); ++i)
        hadFocus = hadFocus || m_shown[i].chip->hasFocus();
    if (hadFocus)
        last->setFocus(Qt::OtherFocusReason);
    other->hide();
    for (std::size_t i = 0; i < m_shown.size(); ++i)
        m_shown[i].chip->setVisible(i < count);
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

void PeopleFilterBar::emptyMenus()
{
    for (QMenu* menu : {m_moreMenu, m_addMenu}) {
        menu->clear();
        for (QMenu* old : menu->findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly))
            old->deleteLater();
    }
}

void PeopleFilterBar::fillMoreMenu()
{
    fillFilterMenu();
    for (const Shown& shown : m_shown) {
        if (!shown.chip->isHidden())
            continue;
        QMenu* menu = shown.makeMenu();
        menu->setTitle(asTitle(tr("%1: %2").arg(shown.chip->label(), shown.chip->value())));
        menu->setParent(m_moreMenu, menu->windowFlags());
        menu->addSeparator();
        connect(menu->addAction(tr("Take this filter away")), &QAction::triggered, this,
                [this, without = shown.without] { takeAway(without); });
        m_moreMenu->addMenu(menu);
    }
    m_moreMenu->addSeparator();
    m_addMenu->setTitle(tr("Add a filter"));
    m_addMenu->menuAction()->setEnabled(!m_addMenu->isEmpty());
    m_moreMenu->addMenu(m_addMenu);
}

void PeopleFilterBar::fillFilterMenu()
{
    emptyMenus();
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
    arrange();
}

void PeopleFilterBar::updateCount()
{
    m_count->setVisible(m_people.isLoaded());
    const int all = m_people.rowCount();
    const int shown = m_filtered.rowCount();
    m_count->setText(shown == all ? peopleCount(all) : tr("%1 of %2").arg(formatCount(shown), peopleCount(all)));
}

} // namespace weavemap::ui
