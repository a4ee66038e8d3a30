// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/PersonPicker.h"

#include <algorithm>
#include <utility>

#include <QAbstractListModel>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include "ui/base/Type.h"
#include "ui/widgets/FoldedFilterModel.h"
#include "ui/widgets/PersonDelegate.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {
constexpr int kWidth = 320;
constexpr int kRows = 6;
constexpr int kDetailRole = Qt::UserRole + 1;
constexpr int kIdRole = Qt::UserRole + 2;
} // namespace

/// The people who are offered.
class PeopleOnMap : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    void setPeople(std::vector<PersonPicker::Offer> people)
    {
        beginResetModel();
        m_people = std::move(people);
        endResetModel();
    }
    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_people.size());
    }
    QVariant data(const QModelIndex& index, int role) const override
    {
        const PersonPicker::Offer& person = m_people[static_cast<std::size_t>(index.row())];
        switch (role) {
        case Qt::DisplayRole:
            return person.name;
        case kDetailRole:
            return person.detail;
        case kIdRole:
            return static_cast<qlonglong>(person.id.value);
        default:
            return {};
        }
    }

private:
    std::vector<PersonPicker::Offer> m_people;
};

PersonPicker::PersonPicker(const Settings& settings, QWidget* parent)
    : Popover(settings, parent), m_people(new PeopleOnMap(this)),
      m_matching(new FoldedFilterModel(Qt::DisplayRole, this)),
      m_title(new TextLabel({}, TextStyle::baseBold, ColorRole::text, TextLabel::Lines::many)), m_field(new QLineEdit),
      m_list(new QListView), m_nobody(new TextLabel(tr("Nobody on this map has such a name."), TextStyle::second,
                                                    ColorRole::muted, TextLabel::Lines::many))
{
    setObjectName(QStringLiteral("personPicker"));
    setFixedWidth(kWidth);
    m_field->setObjectName(QStringLiteral("pickerName"));
    m_field->setPlaceholderText(tr("Name"));
    m_list->setObjectName(QStringLiteral("pickerPeople"));
    m_list->setAccessibleName(tr("People on the map"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // the keyboard stays in the field
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_matching->setDetailRole(kDetailRole);
    m_matching->setSourceModel(m_people);
    m_list->setModel(m_matching);
    m_list->setItemDelegate(new PersonDelegate(kDetailRole, m_list));
    m_nobody->setObjectName(QStringLiteral("pickerNobody"));
    body()->setContentsMargins(space::k16, space::k12, space::k16, space::k12);
    body()->addWidget(m_title);
    body()->addWidget(m_field);
    body()->addWidget(m_list);
    body()->addWidget(m_nobody);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &PersonPicker::search);
    connect(m_list, &QListView::clicked, this, &Popover::accept);
    connect(this, &Popover::accepted, this, [this] {
        const PersonId taken{m_list->currentIndex().data(kIdRole).toLongLong()};
        if (const Then then = std::exchange(m_then, {}))
            then(taken);
    });
    connect(this, &Popover::closed, this, &PersonPicker::forget);
}

void PersonPicker::ask(const QString& title, std::vector<Offer> people, QPoint at, Then then)
{
    dismiss();
    m_title->setText(title);
    setAccessibleName(title);
    m_field->setAccessibleName(title);
    m_people->setPeople(std::move(people));
    m_then = std::move(then);
    m_field->clear();
    search();
    openAt(at, m_field);
}

bool PersonPicker::canAccept() const { return m_list->currentIndex().isValid(); }

void PersonPicker::search()
{
    m_matching->setQuery(m_field->text());
    const int rows = m_matching->rowCount();
    m_list->setCurrentIndex(m_matching->index(0, 0));
    m_list->scrollToTop();
    m_list->setVisible(rows > 0);
    m_nobody->setVisible(rows == 0);
    const int row = rows > 0 ? m_list->sizeHintForRow(0) : 0;
    m_list->setFixedHeight(row * kRows + 2);
    fitContent();
}

void PersonPicker::forget()
{
    m_then = {};
    m_people->setPeople({});
    m_field->clear();
    m_title->setText({});
}

bool PersonPicker::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int by = key == Qt::Key_Down       ? 1
                       : key == Qt::Key_Up       ? -1
                       : key == Qt::Key_PageDown ? kRows
                       : key == Qt::Key_PageUp   ? -kRows
                                                 : 0;
        const int rows = m_matching->rowCount();
        if (by != 0 && rows > 0) {
            const QModelIndex next = m_matching->index(std::clamp(m_list->currentIndex().row() + by, 0, rows - 1), 0);
            m_list->setCurrentIndex(next);
            m_list->scrollTo(next);
            return true;
        }
    }
    return Popover::eventFilter(watched, event);
}

} // namespace weavemap::ui
