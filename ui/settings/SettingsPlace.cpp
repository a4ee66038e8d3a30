// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/SettingsPlace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "core/actions/FindPerson.h"
#include "ui/base/Convert.h"
#include "ui/base/Settings.h"
#include "ui/base/Type.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/SegmentedSwitch.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {
constexpr int kPageWidth = 720;
constexpr int kFieldWidth = 300;
} // namespace

SettingsPlace::SettingsPlace(Office& office, QWidget* parent)
    : Place(parent), m_office(office), m_me(new QComboBox),
      m_meRemark(new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::many)), m_name(new QLineEdit),
      m_file(new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::many)),
      m_theme(new SegmentedSwitch({tr("As the system"), tr("Light"), tr("Dark")})),
      m_motion(new QCheckBox(tr("Less motion"))), m_hulls(new QCheckBox(tr("Areas of groups"))),
      m_fog(new QCheckBox(tr("Fog over people not heard from in a year"))), m_labels(new QCheckBox(tr("Names")))
{
    setObjectName(QStringLiteral("settingsPlace"));
    auto* page = new QWidget;
    page->setMaximumWidth(kPageWidth);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(space::kPageSide, space::kPageTop, space::kPageSide, space::kPageTop);
    column->setSpacing(space::kCardGap);
    column->addWidget(new TextLabel(tr("Settings"), TextStyle::page));
    column->addWidget(section(
        tr("You"), tr("Notes marked “only me” and the history rest on who works at this computer."), buildYou()));
    column->addWidget(
        section(tr("Network"), tr("The name stands on the rail, on maps and on reports."), buildNetwork()));
    column->addWidget(section(tr("Look"), {}, buildLook()));
    column->addWidget(section(tr("Map"), {}, buildMap()));
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("settingsScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    connect(&office.people, &PeopleModel::refreshed, this, &SettingsPlace::syncYou);
    connect(&office.session, &Session::meChanged, this, &SettingsPlace::syncYou);
    connect(&office.session, &Session::changed, this, &SettingsPlace::syncNetwork);
    connect(&office.settings, &Settings::changed, this, &SettingsPlace::syncLook);
    connect(&office.session, &Session::closing, this, [this] { m_name->setModified(false); });
}

SettingsPlace::~SettingsPlace()
{
    m_me->lineEdit()->disconnect(this);
    m_name->disconnect(this);
}

QWidget* SettingsPlace::section(const QString& title, const QString& sentence, QWidget* content)
{
    auto* card = new Card;
    card->body()->addWidget(new TextLabel(title, TextStyle::section));
    if (!sentence.isEmpty())
        card->body()->addWidget(new TextLabel(sentence, TextStyle::base, ColorRole::muted, TextLabel::Lines::many));
    card->body()->addWidget(content);
    return card;
}

QWidget* SettingsPlace::buildYou()
{
    auto* box = new QWidget;
    m_me->setObjectName(QStringLiteral("settingMe"));
    m_me->setAccessibleName(tr("Who works here"));
    m_me->setEditable(true);
    m_me->setInsertPolicy(QComboBox::NoInsert);
    m_me->setFixedWidth(kFieldWidth);
    m_me->lineEdit()->setPlaceholderText(tr("Your name"));
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_me);
    column->addWidget(m_meRemark);
    connect(m_me, &QComboBox::activated, this, [this](int index) { chooseMe(m_me->itemText(index), Add::no); });
    // Leaving the field applies the name; only Enter adds somebody, so that half a name never becomes a person.
    connect(m_me->lineEdit(), &QLineEdit::returnPressed, this,
            [this] { chooseMe(m_me->currentText().trimmed(), Add::yes); });
    connect(m_me->lineEdit(), &QLineEdit::editingFinished, this,
            [this] { chooseMe(m_me->currentText().trimmed(), Add::no); });
    return box;
}

QWidget* SettingsPlace::buildNetwork()
{
    auto* box = new QWidget;
    m_name->setObjectName(QStringLiteral("settingNetworkName"));
    m_name->setAccessibleName(tr("Name of the network"));
    m_name->setFixedWidth(kFieldWidth);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_name);
    column->addWidget(m_file);
    connect(m_name, &QLineEdit::editingFinished, this, &SettingsPlace::renameNetwork);
    return box;
}

QWidget* SettingsPlace::buildLook()
{
    auto* box = new QWidget;
    m_theme->setObjectName(QStringLiteral("settingTheme"));
    m_theme->setAccessibleName(tr("Theme"));
    m_motion->setObjectName(QStringLiteral("settingMotion"));
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::k12);
    column->addWidget(m_theme, 0, Qt::AlignLeft);
    column->addWidget(m_motion);
    connect(m_theme, &SegmentedSwitch::chosen, this,
            [this](int index) { m_office.settings.set(setting::kTheme, static_cast<ThemeChoice>(index)); });
    connect(m_motion, &QCheckBox::clicked, this,
            [this](bool on) { m_office.settings.set(setting::kMotion, on ? Motion::reduced : Motion::full); });
    return box;
}

QWidget* SettingsPlace::buildMap()
{
    auto* box = new QWidget;
    m_hulls->setObjectName(QStringLiteral("settingHulls"));
    m_fog->setObjectName(QStringLiteral("settingFog"));
    m_labels->setObjectName(QStringLiteral("settingLabels"));
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    const auto follow = [this, column](QCheckBox* check, const SettingKey<Shown>& key) {
        column->addWidget(check);
        connect(check, &QCheckBox::clicked, this,
                [this, &key](bool on) { m_office.settings.set(key, on ? Shown::yes : Shown::no); });
    };
    follow(m_hulls, setting::kMapHulls);
    follow(m_fog, setting::kMapFog);
    follow(m_labels, setting::kMapLabels);
    return box;
}

void SettingsPlace::enter()
{
    syncLook();
    syncNetwork();
    syncYou();
}

void SettingsPlace::syncLook()
{
    const Settings& settings = m_office.settings;
    m_theme->setCurrent(static_cast<int>(settings.value(setting::kTheme)));
    m_motion->setChecked(settings.value(setting::kMotion) == Motion::reduced);
    m_hulls->setChecked(settings.value(setting::kMapHulls) == Shown::yes);
    m_fog->setChecked(settings.value(setting::kMapFog) == Shown::yes);
    m_labels->setChecked(settings.value(setting::kMapLabels) == Shown::yes);
}

void SettingsPlace::syncNetwork()
{
    const Session& session = m_office.session;
    if (!session.isOpen())
        return;
    if (!(m_name->hasFocus() && m_name->isModified()))
        m_name->setText(session.networkName());
    m_name->setEnabled(!session.isReadOnly());
    m_file->setText(pathText(session.path()));
}

void SettingsPlace::syncYou()
{
    if (m_me->lineEdit()->hasFocus() && m_me->lineEdit()->isModified())
        return;
    const QSignalBlocker blocker(m_me);
    const QString name = m_office.settings.value(setting::kMe);
    m_me->clear();
    for (int row = 0; row < m_office.people.rowCount(); ++row) {
        const Person& person = m_office.people.row(row).person;
        if (person.kind == PersonKind::staff && m_office.people.row(row).current)
            m_me->addItem(toQString(person.name));
    }
    m_me->setCurrentIndex(m_me->findText(name, Qt::MatchExactly));
    m_me->setEditText(name);
    m_meRemark->setText(name.isEmpty() ? tr("Nobody is chosen yet: choose your name, or type it.")
                        : m_office.session.me()
                            ? tr("Calls you log are %1’s, and so are notes marked “only me”.").arg(name)
                        : m_office.session.isReadOnly()
                            ? tr("%1 is not among the staff of this network.").arg(name)
                            : tr("%1 is not among the staff of this network yet; Enter adds them.").arg(name));
}

void SettingsPlace::chooseMe(const QString& name, Add add)
{
    m_me->lineEdit()->setModified(false);
    const bool known = name == m_office.settings.value(setting::kMe);
    if (known && (add == Add::no || name.isEmpty() || m_office.session.me()))
        return;
    m_office.settings.set(setting::kMe, name);
    if (add == Add::yes && !name.isEmpty() && !m_office.session.me() && !m_office.session.isReadOnly())
        m_office.session.change(tr("%1 works here").arg(name),
                                [text = toUtf8(name)](store::Records& records) -> Result<> {
                                    WEAVEMAP_TRY(actions::staffPersonNamed(records, text));
                                    return {};
                                });
    syncYou();
}

void SettingsPlace::renameNetwork()
{
    m_name->setModified(false);
    const QString name = m_name->text().trimmed();
    if (name.isEmpty() || name == m_office.session.networkName()) {
        m_name->setText(m_office.session.networkName());
        return;
    }
    m_office.session.change(tr("Name of the network"), [text = toUtf8(name)](store::Records& records) {
        return records.views.setFact("name", text);
    });
}

} // namespace weavemap::ui
