// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MapAccess.h"

#include <unordered_map>
#include <utility>
#include <vector>

#include <QAccessible>
#include <QAccessibleWidget>
#include <QApplication>
#include <QMenu>
#include <QPointer>

#include "ui/base/Words.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"
#include "ui/widgets/Announcer.h"

namespace weavemap::ui {

namespace {

/// "29 people, 12 ties, …, 113 hidden by filters".
QString mapSentence(const MapInput& input)
{
    const MapCaption& caption = input.caption;
    QStringList parts{peopleCount(static_cast<int>(input.people.size())), caption.ties, caption.date, caption.coverage,
                      caption.filter};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

/// The ties of everybody on a map, by index: made when somebody asks, and again after the map became another. Tells
/// screen readers what happens on the canvas. Lives as long as the canvas.
class MapListener : public QObject
{
public:
    explicit MapListener(MapCanvas& canvas) : QObject(&canvas), m_canvas(canvas)
    {
        connect(&canvas.model(), &MapModel::changed, this, [this] {
            m_starts.clear();
            announce(QAccessible::DescriptionChanged, -1);
            tellOfFilter();
            // A tie more or less is part of what they are called.
            if (const auto chosen = m_canvas.selectedPeople(); chosen.size() == 1)
                if (const int at = m_canvas.model().indexOf(chosen.front()); at >= 0)
                    announce(QAccessible::NameChanged, at);
        });
        connect(&canvas, &MapCanvas::walked, this, [this](int person) { announce(QAccessible::Focus, person); });
        connect(&canvas, &MapCanvas::selectionChanged, this, [this] {
            const auto& chosen = m_canvas.selection();
            if (chosen.size() == 1)
                announce(QAccessible::Selection, static_cast<int>(chosen.front()));
            else
                announce(QAccessible::SelectionWithin, -1);
            if (chosen.size() > 1)
                Announcer::say(m_canvas, MapCanvas::tr("%1 chosen").arg(peopleCount(static_cast<int>(chosen.size()))));
        });
    }

    /// Indices into `MapInput::ties`.
    std::vector<std::uint32_t> tiesOf(int person)
    {
        const MapInput& input = m_canvas.model().input();
        // Somebody may ask before word of another map has come here.
        if (m_of != m_canvas.model().data().get() || m_starts.size() != input.people.size() + 1)
            gather(input);
        const auto at = static_cast<std::size_t>(person);
        return {m_ties.begin() + m_starts[at], m_ties.begin() + m_starts[at + 1]};
    }

private:
    void gather(const MapInput& input)
    {
        m_of = m_canvas.model().data().get();
        m_starts.assign(input.people.size() + 1, 0);
        // Who came to a convening is no tie.
        for (const MapTie& tie : input.ties) {
            if (tie.attended)
                continue;
            ++m_starts[tie.a + 1];
            ++m_starts[tie.b + 1];
        }
        for (std::size_t i = 1; i < m_starts.size(); ++i)
            m_starts[i] += m_starts[i - 1];
        m_ties.resize(static_cast<std::size_t>(m_starts.back()));
        std::vector<std::ptrdiff_t> next = m_starts;
        for (std::uint32_t i = 0; i < input.ties.size(); ++i) {
            if (input.ties[i].attended)
                continue;
            m_ties[static_cast<std::size_t>(next[input.ties[i].a]++)] = i;
            m_ties[static_cast<std::size_t>(next[input.ties[i].b]++)] = i;
        }
    }
    /// Whoever filters hears how many are left; on another page it would be said into what is read there.
    void tellOfFilter()
    {
        const MapInput& input = m_canvas.model().input();
        if (std::exchange(m_filter, input.caption.filter) != input.caption.filter && m_canvas.isVisible())
            Announcer::say(m_canvas, mapSentence(input));
    }
    /// `person`: -1 for the canvas.
    void announce(QAccessible::Event what, int person)
    {
        if (!QAccessible::isActive())
            return;
        QAccessibleEvent event(&m_canvas, what);
        if (person >= 0)
            event.setChild(person);
        QAccessible::updateAccessibility(&event);
    }

    MapCanvas& m_canvas;
    const actions::MapData* m_of = nullptr; ///< the map they are of; never read
    std::vector<std::ptrdiff_t> m_starts;   ///< of each person's ties in `m_ties`; empty: to be gathered again
    std::vector<std::uint32_t> m_ties;
    QString m_filter; ///< what the caption said of filters last
};

/// What people and ties on the canvas have in common: no object of their own, and an action when pressed.
class ItemAccess : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    explicit ItemAccess(MapCanvas& canvas) : m_canvas(&canvas) {}

    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_canvas ? m_canvas->window()->windowHandle() : nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString&) override {}
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

protected:
    const MapInput& input() const { return m_canvas->model().input(); }
    QRect onScreen(const QRectF& px) const
    {
        const QRect box = px.toAlignedRect();
        return {m_canvas->mapToGlobal(box.topLeft()), box.size()};
    }

    QPointer<MapCanvas> m_canvas;
};

/// One tie, below one of its two people.
class TieAccess : public ItemAccess
{
public:
    TieAccess(MapCanvas& canvas, QAccessible::Id person, PersonId of, TieId tie)
        : ItemAccess(canvas), m_parent(person), m_of(of), m_tie(tie)
    {}

    bool isValid() const override { return known() != nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::accessibleInterface(m_parent); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    TieId tie() const { return m_tie; }

    QString text(QAccessible::Text kind) const override
    {
        const MapTie* tie = known();
        if (kind != QAccessible::Name || tie == nullptr)
            return {};
        const MapPerson& a = input().people[tie->a];
        const MapPerson& b = input().people[tie->b];
        Tie about;
        about.depth = tie->depth;
        about.collaboration = tie->collaboration;
        const QString words = MapCanvas::tr("Tie with %1, %2").arg(a.id == m_of ? b.name : a.name, tieWords(about));
        return tie->stale ? MapCanvas::tr("%1, not confirmed in 18 months").arg(words) : words;
    }
    QRect rect() const override
    {
        const MapTie* tie = known();
        if (tie == nullptr)
            return {};
        const QPointF a = m_canvas->toPx(input().people[tie->a].at), b = m_canvas->toPx(input().people[tie->b].at);
        return onScreen(QRectF((a + b) / 2 - QPointF(kHalf, kHalf), QSizeF(2 * kHalf, 2 * kHalf)));
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = known() == nullptr;
        state.selectable = !state.invalid;
        state.selected = !state.invalid && m_canvas->selectedTie() == m_tie;
        return state;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString& action) override
    {
        if (known() != nullptr && action == pressAction())
            m_canvas->showTie(m_tie);
    }

private:
    static constexpr double kHalf = 5; ///< px around the middle of the line

    const MapTie* known() const
    {
        const int at = m_canvas ? m_canvas->model().indexOfTie(m_tie) : -1;
        return at < 0 ? nullptr : &input().ties[static_cast<std::size_t>(at)];
    }

    QAccessible::Id m_parent;
    PersonId m_of;
    TieId m_tie;
};

/// One person on the canvas.
class PersonAccess : public ItemAccess
{
public:
    PersonAccess(MapCanvas& canvas, MapListener& listener, PersonId person)
        : ItemAccess(canvas), m_listener(&listener), m_person(person)
    {}
    ~PersonAccess() override
    {
        for (const auto& [tie, id] : m_ties)
            QAccessible::deleteAccessibleInterface(id);
    }

    bool isValid() const override { return known() != nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_canvas); }
    int childCount() const override { return isValid() ? static_cast<int>(ties().size()) : 0; }
    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const TieId tie = input().ties[ties()[static_cast<std::size_t>(index)]].id;
        auto found = m_ties.find(tie);
        if (found == m_ties.end()) {
            const QAccessible::Id own = QAccessible::uniqueId(const_cast<PersonAccess*>(this));
            found = m_ties
                        .emplace(tie,
                                 QAccessible::registerAccessibleInterface(new TieAccess(*m_canvas, own, m_person, tie)))
                        .first;
        }
        return QAccessible::accessibleInterface(found->second);
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        if (!isValid())
            return -1;
        const std::vector<std::uint32_t> own = ties();
        for (std::size_t i = 0; i < own.size(); ++i)
            if (const auto found = m_ties.find(input().ties[own[i]].id);
                found != m_ties.end() && QAccessible::accessibleInterface(found->second) == child)
                return static_cast<int>(i);
        return -1;
    }
    PersonId person() const { return m_person; }

    QString text(QAccessible::Text kind) const override
    {
        const MapPerson* person = known();
        if (kind != QAccessible::Name || person == nullptr)
            return {};
        QStringList parts{person->name};
        if (person->group >= 0 && person->group < static_cast<int>(input().groups.size()))
            parts.append(input().groups[static_cast<std::size_t>(person->group)].name);
        if (person->shade >= 0 && person->shade < static_cast<int>(input().shades.size()))
            parts.append(QStringLiteral("%1 %2").arg(input().colourTitle,
                                                     input().shades[static_cast<std::size_t>(person->shade)].name));
        const auto contacts = static_cast<int>(ties().size());
        if (person->shape == MapShape::square)
            parts.append(MapCanvas::tr("organization, %1").arg(peopleCount(person->people)));
        if (person->shape == MapShape::diamond)
            return QStringLiteral("%1, %2").arg(person->name,
                                                MapCanvas::tr("convening, %1 came").arg(peopleCount(person->people)));
        if (person->second >= 0 && person->second < static_cast<int>(input().seconds.size()))
            parts.append(input().seconds[static_cast<std::size_t>(person->second)].name);
        parts.append(contacts == 0 ? MapCanvas::tr("no known tie") : MapCanvas::tr("in touch with %1").arg(contacts));
        if (!person->heardFrom)
            parts.append(MapCanvas::tr("not heard from in a year"));
        return parts.join(QStringLiteral(", "));
    }
    QRect rect() const override { return isValid() ? onScreen(m_canvas->discRect(index())) : QRect(); }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        const int at = index();
        state.invalid = at < 0;
        state.focusable = state.selectable = at >= 0;
        if (at >= 0) {
            state.focused = m_canvas->hasFocus() && m_canvas->keyboardPerson() == at;
            for (const std::uint32_t chosen : m_canvas->selection())
                state.selected = state.selected || static_cast<int>(chosen) == at;
            state.offscreen = !QRectF(m_canvas->rect()).contains(m_canvas->toPx(known()->at));
        }
        return state;
    }
    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString& action) override
    {
        if (known() == nullptr)
            return;
        if (action == pressAction())
            m_canvas->press(m_person);
        else if (action == setFocusAction())
            m_canvas->focusOn(m_person);
    }

private:
    int index() const { return m_canvas ? m_canvas->model().indexOf(m_person) : -1; }
    const MapPerson* known() const
    {
        const int at = index();
        return at < 0 ? nullptr : &input().people[static_cast<std::size_t>(at)];
    }
    std::vector<std::uint32_t> ties() const { return m_listener->tiesOf(index()); }

    QPointer<MapListener> m_listener;
    PersonId m_person;
    mutable std::unordered_map<TieId, QAccessible::Id> m_ties;
};

/// The canvas: its people first, then the cards that lie on it.
class CanvasAccess : public QAccessibleWidget
{
public:
    explicit CanvasAccess(MapCanvas* canvas)
        : QAccessibleWidget(canvas, QAccessible::List), m_canvas(canvas), m_listener(new MapListener(*canvas))
    {}
    ~CanvasAccess() override
    {
        for (const auto& [person, id] : m_people)
            QAccessible::deleteAccessibleInterface(id);
    }

    QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Description)
            return QAccessibleWidget::text(kind);
        return mapSentence(m_canvas->model().input());
    }
    int childCount() const override
    {
        return people() + QAccessibleWidget::childCount() + (openMenu() != nullptr ? 1 : 0);
    }
    QAccessibleInterface* child(int index) const override
    {
        if (index < 0)
            return nullptr;
        if (index >= people()) {
            const int card = index - people(), cards = QAccessibleWidget::childCount();
            return card < cards    ? QAccessibleWidget::child(card)
                   : card == cards ? QAccessible::queryAccessibleInterface(openMenu())
                                   : nullptr;
        }
        const PersonId person = m_canvas->model().input().people[static_cast<std::size_t>(index)].id;
        auto found = m_people.find(person);
        if (found == m_people.end()) {
            const QAccessible::Id id =
                QAccessible::registerAccessibleInterface(new PersonAccess(*m_canvas, *m_listener, person));
            m_known.emplace(QAccessible::accessibleInterface(id), person);
            found = m_people.emplace(person, id).first;
        }
        return QAccessible::accessibleInterface(found->second);
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        if (const auto found = m_known.find(child); found != m_known.end())
            return m_canvas->model().indexOf(found->second);
        if (child != nullptr && child->object() != nullptr && child->object() == openMenu())
            return people() + QAccessibleWidget::childCount();
        const int card = QAccessibleWidget::indexOfChild(child);
        return card < 0 ? -1 : people() + card;
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        QAccessibleInterface* const card = QAccessibleWidget::childAt(x, y);
        const int person = card == nullptr ? m_canvas->personAt(m_canvas->mapFromGlobal(QPoint(x, y))) : -1;
        return person >= 0 ? child(person) : card;
    }
    QAccessibleInterface* focusChild() const override
    {
        const int person = m_canvas->keyboardPerson();
        return m_canvas->hasFocus() && person >= 0 && person < people() ? child(person)
                                                                        : QAccessibleWidget::focusChild();
    }

private:
    int people() const { return static_cast<int>(m_canvas->model().input().people.size()); }
    /// The menu of a chip or at the pointer that is open: Qt leaves popups out of its tree.
    QMenu* openMenu() const
    {
        QWidget* popup = QApplication::activePopupWidget();
        while (popup != nullptr && qobject_cast<QMenu*>(popup->parentWidget()) != nullptr)
            popup = popup->parentWidget(); // a menu within a menu is below its entry
        for (const QObject* above = popup; above != nullptr; above = above->parent())
            if (above == m_canvas)
                return qobject_cast<QMenu*>(popup);
        return nullptr;
    }

    MapCanvas* m_canvas;
    MapListener* m_listener;
    mutable std::unordered_map<PersonId, QAccessible::Id> m_people; ///< who was asked for
    mutable std::unordered_map<const QAccessibleInterface*, PersonId> m_known;
};

QAccessibleInterface* makeAccess(const QString& className, QObject* object)
{
    if (className != QLatin1String("weavemap::ui::MapCanvas"))
        return nullptr;
    auto* canvas = qobject_cast<MapCanvas*>(object);
    return canvas ? new CanvasAccess(canvas) : nullptr;
}

} // namespace

void installMapAccess()
{
    static const bool kInstalled = [] {
        QAccessible::installFactory(makeAccess);
        return true;
    }();
    (void)kInstalled;
}

} // namespace weavemap::ui
