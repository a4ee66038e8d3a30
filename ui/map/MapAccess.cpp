// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MapAccess.h"

#include <unordered_map>

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"

namespace weavemap::ui {

namespace {

/// One person on the canvas.
class PersonAccess : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    PersonAccess(MapCanvas& canvas, int person) : m_canvas(&canvas), m_person(person) {}

    bool isValid() const override { return known() != nullptr; }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_canvas ? m_canvas->window()->windowHandle() : nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_canvas); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString&) override {}

    QString text(QAccessible::Text kind) const override
    {
        const MapPerson* person = known();
        if (kind != QAccessible::Name || person == nullptr)
            return {};
        const MapInput& input = m_canvas->model().input();
        QStringList parts{person->name};
        if (person->group >= 0 && person->group < static_cast<int>(input.groups.size()))
            parts.append(input.groups[static_cast<std::size_t>(person->group)].name);
        const auto at = static_cast<std::uint32_t>(m_person);
        int contacts = 0;
        for (const MapTie& tie : input.ties)
            contacts += tie.a == at || tie.b == at ? 1 : 0;
        parts.append(contacts == 0 ? MapCanvas::tr("no known tie") : MapCanvas::tr("in touch with %1").arg(contacts));
        if (!person->heardFrom)
            parts.append(MapCanvas::tr("not heard from in a year"));
        return parts.join(QStringLiteral(", "));
    }
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect disc = m_canvas->discRect(m_person).toAlignedRect();
        return {m_canvas->mapToGlobal(disc.topLeft()), disc.size()};
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        const MapPerson* person = known();
        state.invalid = person == nullptr;
        state.focusable = state.selectable = person != nullptr;
        if (person != nullptr) {
            state.focused = m_canvas->hasFocus() && m_canvas->keyboardPerson() == m_person;
            for (const std::uint32_t chosen : m_canvas->selection())
                state.selected = state.selected || static_cast<int>(chosen) == m_person;
            state.offscreen = !m_canvas->discRect(m_person).intersects(QRectF(m_canvas->rect()));
        }
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString& action) override
    {
        if (const MapPerson* person = known(); person != nullptr && action == pressAction())
            m_canvas->selectPeople({person->id});
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    const MapPerson* known() const
    {
        if (!m_canvas || m_person < 0 || m_person >= static_cast<int>(m_canvas->model().input().people.size()))
            return nullptr;
        return &m_canvas->model().input().people[static_cast<std::size_t>(m_person)];
    }

    QPointer<MapCanvas> m_canvas;
    int m_person;
};

/// The canvas: its people first, then the cards that lie on it.
class CanvasAccess : public QAccessibleWidget
{
public:
    explicit CanvasAccess(MapCanvas* canvas) : QAccessibleWidget(canvas, QAccessible::List), m_canvas(canvas) {}
    ~CanvasAccess() override
    {
        for (const auto& [person, id] : m_people)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return people() + QAccessibleWidget::childCount(); }
    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= people())
            return QAccessibleWidget::child(index - people());
        auto found = m_people.find(index);
        if (found == m_people.end())
            found =
                m_people.emplace(index, QAccessible::registerAccessibleInterface(new PersonAccess(*m_canvas, index)))
                    .first;
        return QAccessible::accessibleInterface(found->second);
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        for (const auto& [person, id] : m_people)
            if (QAccessible::accessibleInterface(id) == child)
                return person;
        const int card = QAccessibleWidget::indexOfChild(child);
        return card < 0 ? -1 : people() + card;
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        const QPoint at = m_canvas->mapFromGlobal(QPoint(x, y));
        for (int person = 0; person < people(); ++person)
            if (m_canvas->discRect(person).contains(at))
                return child(person);
        return QAccessibleWidget::childAt(x, y);
    }
    QAccessibleInterface* focusChild() const override
    {
        const int person = m_canvas->keyboardPerson();
        return m_canvas->hasFocus() && person >= 0 && person < people() ? child(person)
                                                                        : QAccessibleWidget::focusChild();
    }

private:
    int people() const { return static_cast<int>(m_canvas->model().input().people.size()); }

    MapCanvas* m_canvas;
    mutable std::unordered_map<int, QAccessible::Id> m_people;
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
