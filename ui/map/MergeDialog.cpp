// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MergeDialog.h"

#include <algorithm>

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/models/PeopleModel.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kWidth = 620;
constexpr int kMostRowsHeight = 380;
constexpr int kLongest = 60; ///< letters of a value in a row; all of it is in the tooltip

using actions::MergeField;

QString nameOf(MergeField field)
{
    switch (field) {
    case MergeField::name:
        return MergeDialog::tr("Name");
    case MergeField::email:
        return MergeDialog::tr("E-mail");
    case MergeField::phone:
        return MergeDialog::tr("Phone");
    case MergeField::role:
        return MergeDialog::tr("Role");
    case MergeField::region:
        return MergeDialog::tr("Region");
    case MergeField::organization:
        return MergeDialog::tr("Organization");
    case MergeField::level:
        return MergeDialog::tr("Level");
    case MergeField::contactPreference:
        return MergeDialog::tr("How to reach them");
    case MergeField::sourceId:
        return MergeDialog::tr("Id in the list they came from");
    }
    return {};
}

QString shortened(const QString& text)
{
    return text.size() <= kLongest ? text : text.left(kLongest - 1) + QChar(0x2026);
}

} // namespace

MergeDialog::MergeDialog(Office& office, const actions::MergePreview& preview, QWidget* parent)
    : QDialog(parent), m_office(office), m_keep(preview.keep.id), m_gone(preview.gone.id)
{
    setObjectName(QStringLiteral("mergeDialog"));
    setWindowTitle(tr("Merge two people"));
    setMinimumWidth(kWidth);
    auto* title = new TextLabel(tr("Are these one person?"), TextStyle::name);
    auto* grid = new QWidget;
    auto* rows = new QGridLayout(grid);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setHorizontalSpacing(space::k16);
    rows->setVerticalSpacing(space::k4);
    rows->setColumnStretch(1, 1);
    rows->setColumnStretch(2, 1);
    rows->addWidget(new TextLabel(tr("Stays"), TextStyle::caption, ColorRole::muted), 0, 1);
    rows->addWidget(new TextLabel(tr("Goes into them"), TextStyle::caption, ColorRole::muted), 0, 2);
    addFields(*rows, preview);
    addAttributes(*rows, preview);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(grid);
    scroll->viewport()->setAutoFillBackground(false);
    grid->setAutoFillBackground(false);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumHeight(std::min(grid->sizeHint().height() + 2, kMostRowsHeight));
    auto* what = new TextLabel(sentence(preview), TextStyle::base, ColorRole::text, TextLabel::Lines::many);
    what->setObjectName(QStringLiteral("mergeSentence"));
    auto* go = new Button(tr("Merge"), Button::Kind::primary);
    go->setObjectName(QStringLiteral("mergePeople"));
    auto* cancel = new Button(tr("Cancel"), Button::Kind::normal);
    cancel->setObjectName(QStringLiteral("cancelMerge"));
    auto* foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(go);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::k20, space::k20, space::k20, space::k16);
    column->setSpacing(space::k12);
    column->addWidget(title);
    column->addWidget(scroll, 1);
    column->addWidget(new Hairline);
    column->addWidget(what);
    column->addLayout(foot);
    go->setFocus(Qt::OtherFocusReason);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(go, &Button::clicked, this, [this] {
        Q_EMIT mergeRequested();
        accept();
    });
}

void MergeDialog::addRow(QGridLayout& rows, const QString& label, const QString& kept, const QString& gone,
                         std::function<void(actions::PeopleMerge&)> take, const QString& object)
{
    const int row = rows.rowCount();
    rows.addWidget(new TextLabel(label, TextStyle::second, ColorRole::muted), row, 0);
    const auto add = [&](const QString& value, int column, const QString& which) {
        auto* choice = new QRadioButton(shortened(value).replace(QLatin1Char('&'), QLatin1String("&&")));
        choice->setObjectName(object + which);
        choice->setAccessibleName(QStringLiteral("%1: %2").arg(label, value));
        choice->setToolTip(value);
        rows.addWidget(choice, row, column);
        return choice;
    };
    QRadioButton* stays = add(kept, 1, QStringLiteral("Stays"));
    QRadioButton* taken = add(gone, 2, QStringLiteral("Taken"));
    auto* group = new QButtonGroup(this);
    group->addButton(stays);
    group->addButton(taken);
    stays->setChecked(true);
    m_taken.emplace_back(taken, std::move(take));
}

void MergeDialog::addFields(QGridLayout& rows, const actions::MergePreview& preview)
{
    const auto valueOf = [&](const Person& person, MergeField field) -> QString {
        const actions::RosterRow* row = m_office.people.find(person.id);
        switch (field) {
        case MergeField::name:
            return toQString(person.name);
        case MergeField::email:
            return toQString(person.email);
        case MergeField::phone:
            return toQString(person.phone);
        case MergeField::role:
            return toQString(person.role);
        case MergeField::region:
            return toQString(person.region);
        case MergeField::organization:
            return row ? toQString(row->organization) : QString();
        case MergeField::level:
            return words(person.level);
        case MergeField::contactPreference:
            return toQString(person.contactPreference);
        case MergeField::sourceId:
            return toQString(person.sourceId);
        }
        return {};
    };
    const auto isDiffering = [&](MergeField field) {
        return std::find(preview.differing.begin(), preview.differing.end(), field) != preview.differing.end();
    };
    if (!isDiffering(MergeField::name)) { // two of one name: what tells them apart stands below
        const int row = rows.rowCount();
        rows.addWidget(new TextLabel(nameOf(MergeField::name), TextStyle::second, ColorRole::muted), row, 0);
        rows.addWidget(new TextLabel(toQString(preview.keep.name), TextStyle::baseBold), row, 1);
        rows.addWidget(new TextLabel(toQString(preview.gone.name), TextStyle::base), row, 2);
    }
    for (const MergeField field : preview.differing)
        addRow(
            rows, nameOf(field), valueOf(preview.keep, field), valueOf(preview.gone, field),
            [field](actions::PeopleMerge& merge) { merge.fromGone.push_back(field); },
            QStringLiteral("merge%1").arg(static_cast<int>(field)));
}

void MergeDialog::addAttributes(QGridLayout& rows, const actions::MergePreview& preview)
{
    for (const store::AttributeValue& theirs : preview.ofGone) {
        const auto mine = std::find_if(preview.ofKeep.begin(), preview.ofKeep.end(),
                                       [&](const auto& value) { return value.attribute == theirs.attribute; });
        if (mine == preview.ofKeep.end() || mine->value == theirs.value)
            continue;
        const auto& attributes = m_office.people.attributes();
        const auto known = std::find_if(attributes.begin(), attributes.end(),
                                        [&](const Attribute& one) { return one.id == theirs.attribute; });
        addRow(
            rows, known == attributes.end() ? QString() : toQString(known->name), toQString(mine->value),
            toQString(theirs.value),
            [attribute = theirs.attribute](actions::PeopleMerge& merge) {
                merge.attributesFromGone.push_back(attribute);
            },
            QStringLiteral("mergeColumn%1").arg(theirs.attribute.value));
    }
}

QString MergeDialog::sentence(const actions::MergePreview& preview) const
{
    const auto count = [](std::size_t number) { return static_cast<int>(number); };
    QStringList parts;
    parts.append(tr("%Ln ties", "", count(preview.ties)));
    parts.append(tr("%Ln calls", "", count(preview.calls)));
    QString text =
        tr("%1 and all else about %2 come to %3.")
            .arg(parts.join(QStringLiteral(", ")), toQString(preview.gone.name), toQString(preview.keep.name));
    if (preview.joinedTies > 0)
        text += QLatin1Char(' ') +
                tr("%Ln of the ties are to people both know: they become one.", "", count(preview.joinedTies));
    if (preview.isTied)
        text += QLatin1Char(' ') + tr("The tie between the two goes.");
    return text + QLatin1Char(' ') + tr("The name that goes stays as a nickname. Undo brings both back.");
}

actions::PeopleMerge MergeDialog::merge() const
{
    actions::PeopleMerge merge;
    merge.keep = m_keep;
    merge.gone = m_gone;
    for (const auto& [button, take] : m_taken)
        if (button->isChecked())
            take(merge);
    return merge;
}

} // namespace weavemap::ui
