// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/introductions/SuggestionCard.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/IntroductionWords.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/introductions/PanelFields.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kReasonLines = 4;

Tone toneOf(weaving::Lens lens)
{
    return lens == weaving::Lens::memberAsked || lens == weaving::Lens::needMeetsOffer ? Tone::accent : Tone::neutral;
}

/// "Shown to others: Ana by code, Luis not asked yet"; by their whole names where the first ones are the same.
QString consentSentence(const weaving::Suggestion& suggestion, const actions::SuggestionPage& page)
{
    const auto wholeName = [&page](PersonId side) { return toQString(page.person(side).name); };
    const auto firstName = [&](PersonId side) { return wholeName(side).section(QLatin1Char(' '), 0, 0); };
    const bool areTold = firstName(suggestion.a) != firstName(suggestion.b);
    QStringList sides;
    for (const PersonId side : {suggestion.a, suggestion.b})
        sides << SuggestionCard::tr("%1 %2").arg(areTold ? firstName(side) : wholeName(side),
                                                 words(page.person(side).consent).toLower());
    return SuggestionCard::tr("Shown to others: %1").arg(sides.join(QStringLiteral(", ")));
}

/// Every word of a card that comes out of the file.
QStringList wordsOf(const Office& office, const weaving::Suggestion& suggestion, const actions::SuggestionPage& page)
{
    QStringList said{reasonSentence(suggestion, page, office.session.today()), consentSentence(suggestion, page),
                     toQString(page.person(suggestion.a).name), toQString(page.person(suggestion.b).name)};
    for (const PersonId host : suggestion.hosts)
        said << toQString(page.person(host).name);
    return said;
}

} // namespace

SuggestionCard::SuggestionCard(Office& office, const weaving::Suggestion& suggestion,
                               const actions::SuggestionPage& page, QWidget* parent)
    : Card(Kind::plain, Padding::normal, parent), m_suggestion(suggestion), m_words(wordsOf(office, suggestion, page)),
      m_host(makeCombo(QStringLiteral("suggestionHost"), tr("Who could introduce them")))
{
    setObjectName(QStringLiteral("suggestionCard"));
    setFixedWidth(kWidth);
    const QString a = toQString(page.person(suggestion.a).name), b = toQString(page.person(suggestion.b).name);
    setAccessibleName(tr("Suggestion: %1 and %2").arg(a, b));
    PillText lens;
    lens.text = words(suggestion.lens);
    lens.tone = toneOf(suggestion.lens);
    const QString why = reasonSentence(suggestion, page, office.session.today());
    auto* reason = new TextLabel(why, TextStyle::base, ColorRole::text, TextLabel::Lines::many);
    reason->setObjectName(QStringLiteral("suggestionReason"));
    reason->setTextFormat(Qt::PlainText);
    reason->setMostLines(kReasonLines);
    reason->setToolTip(why.toHtmlEscaped());
    auto* consent =
        new TextLabel(consentSentence(suggestion, page), TextStyle::second, ColorRole::muted, TextLabel::Lines::elided);
    consent->setObjectName(QStringLiteral("suggestionConsent"));
    consent->setTextFormat(Qt::PlainText);
    consent->setToolTip(consent->text().toHtmlEscaped());
    fillHosts(office, page);
    auto* hostRow = new QHBoxLayout;
    hostRow->setSpacing(space::k8);
    hostRow->addWidget(new TextLabel(tr("Host"), TextStyle::second, ColorRole::muted));
    hostRow->addWidget(m_host, 1);
    body()->addWidget(new Pill(lens), 0, Qt::AlignLeft);
    body()->addWidget(buildNames(page));
    body()->addWidget(reason);
    body()->addStretch(1);
    body()->addWidget(consent);
    body()->addLayout(hostRow);
    body()->addWidget(buildButtons(!office.session.isReadOnly()));
}

QWidget* SuggestionCard::buildNames(const actions::SuggestionPage& page)
{
    auto* names = new QWidget;
    auto* row = new QHBoxLayout(names);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::k4);
    const auto link = [this, &page](PersonId person, const QString& objectName) {
        auto* name = new LinkLabel(toQString(page.person(person).name), nullptr, TextStyle::section);
        name->setObjectName(objectName);
        connect(name, &LinkLabel::clicked, this, [this, person] { Q_EMIT personRequested(person); });
        return name;
    };
    row->addWidget(link(m_suggestion.a, QStringLiteral("suggestionA")));
    row->addWidget(new TextLabel(tr("and"), TextStyle::base, ColorRole::muted));
    row->addWidget(link(m_suggestion.b, QStringLiteral("suggestionB")));
    row->addStretch(1);
    return names;
}

QWidget* SuggestionCard::buildButtons(bool mayWrite)
{
    auto* box = new QWidget;
    m_introduce = new Button(tr("Introduce them"));
    m_introduce->setObjectName(QStringLiteral("introduceThem"));
    m_mail = new Button(tr("Draft an e-mail"), Button::Kind::quiet);
    m_mail->setObjectName(QStringLiteral("draftMail"));
    auto* notThese = new Button(tr("Not these two"), Button::Kind::quiet);
    notThese->setObjectName(QStringLiteral("notTheseTwo"));
    auto* menu = new QMenu(notThese);
    menu->addAction(tr("Not now"), this, [this] { Q_EMIT putAsideRequested(m_suggestion); })
        ->setObjectName(QStringLiteral("notNow"));
    menu->addAction(tr("Never introduce these two"), this, [this] { Q_EMIT apartRequested(m_suggestion); })
        ->setObjectName(QStringLiteral("neverTheseTwo"));
    if (m_suggestion.conversation) {
        menu->addSeparator();
        menu->addAction(tr("Open the conversation it came from"), this,
                        [this] { Q_EMIT conversationRequested(m_suggestion.conversation); });
    }
    notThese->setMenu(menu);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::k4);
    for (Button* button : {m_introduce, m_mail, notThese}) {
        button->setHeight(Button::Height::small);
        row->addWidget(button);
    }
    row->addStretch(1);
    m_introduce->setEnabled(mayWrite);
    notThese->setEnabled(mayWrite);
    connect(m_introduce, &Button::clicked, this, [this] { Q_EMIT introduceRequested(m_suggestion, host()); });
    connect(m_mail, &Button::clicked, this, [this] { Q_EMIT mailRequested(m_suggestion, host()); });
    return box;
}

void SuggestionCard::fillHosts(const Office& office, const actions::SuggestionPage& page)
{
    const auto add = [this](const QString& name, PersonId person) {
        if (m_host->findData(static_cast<qlonglong>(person.value)) < 0)
            m_host->addItem(name, static_cast<qlonglong>(person.value));
    };
    for (const PersonId host : m_suggestion.hosts)
        add(toQString(page.person(host).name), host);
    if (const PersonId me = office.session.me(); me && me != m_suggestion.a && me != m_suggestion.b)
        add(office.people.nameOf(me), me);
    add(tr("Nobody yet"), {});
    m_host->setCurrentIndex(0);
}

bool SuggestionCard::says(const Office& office, const weaving::Suggestion& suggestion,
                          const actions::SuggestionPage& page) const
{
    return m_suggestion == suggestion && m_words == wordsOf(office, suggestion, page);
}

bool SuggestionCard::isOfSameTwo(const SuggestionCard& other) const
{
    const weaving::Suggestion &one = m_suggestion, &two = other.m_suggestion;
    return (one.a == two.a && one.b == two.b) || (one.a == two.b && one.b == two.a);
}

void SuggestionCard::takeFocus() { (m_introduce->isEnabled() ? m_introduce : m_mail)->setFocus(Qt::OtherFocusReason); }

PersonId SuggestionCard::host() const { return PersonId{m_host->currentData().toLongLong()}; }

} // namespace weavemap::ui
