// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/introductions/HeldBackPanel.h"

#include <algorithm>
#include <map>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/introductions/MemberField.h"
#include "ui/introductions/PanelFields.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

QString whyName(ApartPairId pair) { return QStringLiteral("heldWhy%1").arg(pair.value); }

} // namespace

HeldBackPanel::HeldBackPanel(Office& office, QWidget* parent)
    : QWidget(parent), m_office(office), m_rows(new QVBoxLayout),
      m_a(new MemberField(office.people, tr("A member"))), m_b(new MemberField(office.people, tr("Another member"))),
      m_why(new QLineEdit), m_trouble(new TextLabel({}, TextStyle::base, ColorRole::danger, TextLabel::Lines::many)),
      m_keep(new Button(tr("Keep them apart")))
{
    setObjectName(QStringLiteral("heldBackPanel"));
    auto* close = new IconButton(QStringLiteral("close"), tr("Close"));
    close->setObjectName(QStringLiteral("closeHeldBack"));
    auto* head = new QHBoxLayout;
    head->addWidget(new TextLabel(tr("Not suggested"), TextStyle::name), 1);
    head->addWidget(close, 0, Qt::AlignTop);
    m_rows->setSpacing(0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::k20, space::k16, space::k20, space::k16);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(m_rows);
    buildForm(column);
    column->addStretch(1);
    connect(close, &IconButton::clicked, this, &HeldBackPanel::closeRequested);
    setPairs({});
}

void HeldBackPanel::buildForm(QVBoxLayout* column)
{
    m_a->setObjectName(QStringLiteral("apartA"));
    m_a->setAccessibleName(tr("Who"));
    m_b->setObjectName(QStringLiteral("apartB"));
    m_b->setAccessibleName(tr("Apart from whom"));
    m_why->setObjectName(QStringLiteral("apartWhy"));
    m_why->setAccessibleName(tr("Why"));
    m_trouble->setObjectName(QStringLiteral("apartTrouble"));
    m_keep->setObjectName(QStringLiteral("keepApart"));
    m_keep->setHeight(Button::Height::small);
    column->addSpacing(space::k20);
    column->addWidget(new TextLabel(tr("Keep two others apart"), TextStyle::baseBold));
    column->addSpacing(space::k8);
    addField(column, tr("Who"), m_a);
    addField(column, tr("Apart from whom"), m_b);
    addField(column, tr("Why (it never leaves the office)"), m_why);
    column->addWidget(m_trouble);
    column->addSpacing(space::k4);
    column->addWidget(m_keep, 0, Qt::AlignLeft);
    for (MemberField* field : {m_a, m_b})
        connect(field, &MemberField::chosen, this, &HeldBackPanel::sync);
    connect(m_keep, &Button::clicked, this,
            [this] { Q_EMIT apartRequested(m_a->person(), m_b->person(), m_why->text().trimmed()); });
    setTrouble({});
    sync();
}

QWidget* HeldBackPanel::makeRow(const actions::HeldBack& pair)
{
    const QString a = toQString(pair.a.name), b = toQString(pair.b.name);
    auto* row = new QWidget;
    row->setObjectName(QStringLiteral("heldPair"));
    const auto link = [this](const Person& person) {
        auto* name = new LinkLabel(toQString(person.name), nullptr, TextStyle::base);
        name->setObjectName(QStringLiteral("heldPerson"));
        connect(name, &LinkLabel::clicked, this, [this, id = person.id] { Q_EMIT personRequested(id); });
        return name;
    };
    auto* names = new QHBoxLayout;
    names->setSpacing(space::k4);
    names->addWidget(link(pair.a));
    names->addWidget(new TextLabel(tr("and"), TextStyle::base, ColorRole::muted));
    names->addWidget(link(pair.b));
    names->addStretch(1);
    auto* allow = new Button(tr("Allow again"));
    allow->setObjectName(QStringLiteral("allowAgain"));
    allow->setAccessibleName(tr("Allow %1 and %2 again").arg(a, b));
    allow->setHeight(Button::Height::small);
    allow->setEnabled(!m_office.session.isReadOnly());
    m_allow.push_back(allow);
    connect(allow, &Button::clicked, this, [this, pair] { Q_EMIT allowRequested(pair); });
    auto* column = new QVBoxLayout(row);
    column->setContentsMargins(0, space::k8, 0, space::k4);
    column->setSpacing(space::k4);
    column->addLayout(names);
    if (pair.apart.id) {
        auto* why = new QLineEdit(toQString(pair.apart.why));
        why->setCursorPosition(0); // its beginning is in view
        why->setObjectName(whyName(pair.apart.id));
        why->setAccessibleName(tr("Why %1 and %2 are kept apart").arg(a, b));
        why->setPlaceholderText(tr("Why"));
        why->setReadOnly(m_office.session.isReadOnly());
        connect(why, &QLineEdit::editingFinished, this, [this, why, id = pair.apart.id] {
            if (!why->isModified())
                return;
            why->setModified(false);
            Q_EMIT explained(id, why->text().trimmed());
        });
        column->addWidget(why);
    } else if (pair.since && pair.until) {
        const Date today = m_office.session.today();
        column->addWidget(new TextLabel(tr("Put aside on %1, suggested again from %2 on.")
                                            .arg(formatDate(*pair.since, DateStyle::dayShort, today),
                                                 formatDate(*pair.until, DateStyle::dayShort, today)),
                                        TextStyle::second, ColorRole::muted, TextLabel::Lines::many));
    }
    column->addWidget(allow, 0, Qt::AlignLeft);
    return row;
}

void HeldBackPanel::addRows(Held how, const QString& title)
{
    const auto isOne = [how](const actions::HeldBack& pair) {
        return (how == Held::apart) == pair.apart.id.isValid();
    };
    if (std::none_of(m_pairs.begin(), m_pairs.end(), isOne))
        return;
    m_rows->addSpacing(space::k12);
    m_rows->addWidget(new TextLabel(title, TextStyle::baseBold));
    for (const actions::HeldBack& pair : m_pairs)
        if (isOne(pair))
            m_rows->addWidget(makeRow(pair));
}

void HeldBackPanel::setPairs(const std::vector<actions::HeldBack>& pairs)
{
    if (pairs == m_pairs && m_rows->count() > 0)
        return;
    // What is being typed outlives a change of the file; who pressed a button goes on with the next pair's.
    std::map<QString, QString> typed;
    for (const QLineEdit* line : findChildren<QLineEdit*>())
        if (line->isModified() && line->objectName().startsWith(QLatin1String("heldWhy")))
            typed.emplace(line->objectName(), line->text());
    const QWidget* focus = focusWidget();
    const QString focusName = focus != nullptr ? focus->objectName() : QString();
    const bool hadKeyboard = focus != nullptr && focus->hasFocus();
    const auto pressed = std::find(m_allow.begin(), m_allow.end(), focus);
    const bool wasPressed = pressed != m_allow.end();
    const auto place = static_cast<std::size_t>(wasPressed ? pressed - m_allow.begin() : 0);
    m_allow.clear();
    std::vector<QWidget*> old;
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            for (QLineEdit* line : widget->findChildren<QLineEdit*>()) {
                line->setObjectName({}); // the new one is looked for by its name
                line->setModified(false); // and goes on with what was typed
            }
            old.push_back(widget);
        }
        delete item;
    }
    m_pairs = pairs;
    addRows(Held::apart, tr("Kept apart for good"));
    addRows(Held::aside, tr("Put aside for a while"));
    if (m_pairs.empty())
        m_rows->addWidget(new TextLabel(tr("Nobody is kept apart, and nobody was put aside."), TextStyle::base,
                                        ColorRole::muted, TextLabel::Lines::many));
    for (const auto& [name, text] : typed)
        if (auto* line = findChild<QLineEdit*>(name); line != nullptr && !line->isReadOnly()) {
            line->setText(text);
            line->setModified(true);
        }
    if (hadKeyboard && (wasPressed || focusName.startsWith(QLatin1String("held")))) {
        auto* line = wasPressed ? nullptr : findChild<QLineEdit*>(focusName);
        if (line != nullptr)
            line->setFocus(Qt::OtherFocusReason);
        else
            focusRow(place);
    }
    for (QWidget* one : old) {
        one->hide();
        one->deleteLater();
    }
}

void HeldBackPanel::focusRow(std::size_t place)
{
    if (m_allow.empty())
        m_a->setFocus(Qt::OtherFocusReason);
    else
        m_allow[std::min(place, m_allow.size() - 1)]->setFocus(Qt::OtherFocusReason);
}

void HeldBackPanel::forget()
{
    setPairs({});
    startForm();
}

void HeldBackPanel::startForm()
{
    for (MemberField* field : {m_a, m_b})
        field->setPerson({});
    m_why->clear();
    sync();
}

void HeldBackPanel::focusFirst() { focusRow(0); }

void HeldBackPanel::setTrouble(const QString& sentence)
{
    m_trouble->setText(sentence);
    m_trouble->setVisible(!sentence.isEmpty());
}

void HeldBackPanel::sync()
{
    m_keep->setEnabled(m_a->person() && m_b->person() && !m_office.session.isReadOnly());
    setTrouble({});
}

} // namespace weavemap::ui
