// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/SettingsPlace.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include "core/actions/FindPerson.h"
#include "ui/base/Convert.h"
#include "ui/base/Settings.h"
#include "ui/base/Type.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/SegmentedSwitch.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {
constexpr int kPageWidth = 720;
constexpr int kFieldWidth = 300;

/// Whether a key pressed on the closed list of names would choose another one.
bool wouldChoose(const QKeyEvent& key)
{
    switch (key.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return true;
    default:
        return !key.text().isEmpty() && key.text().front().isPrint() &&
               !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    }
}
} // namespace

SettingsPlace::SettingsPlace(Office& office, QWidget* parent)
    : Place(parent), m_office(office), m_me(new QComboBox), m_newRow(new QWidget), m_newMe(new QLineEdit),
      m_add(new Button({})), m_meRemark(new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::many)),
      m_back(new Button({}, Button::Kind::link)), m_name(new QLineEdit),
      m_file(new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::many)),
      m_theme(new SegmentedSwitch({tr("As the system"), tr("Light"), tr("Dark")})),
      m_motion(new QCheckBox(tr("Less motion"))), m_hulls(new QCheckBox(tr("Areas of groups"))),
      m_fog(new QCheckBox(tr("Fog over people not heard from in a year"))), m_labels(new QCheckBox(tr("Names")))
{
    setObjectName(QStringLiteral("settingsPlace"));
    setFocusPolicy(Qt::ClickFocus); // holds the keyboard when the page opens, so that no field has it by chance
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
    connect(&office.settings, &Settings::changed, this, [this](const QString& name) {
        if (name == QLatin1String(setting::kMe.name))
            syncYou();
        else
            syncLook();
    });
    connect(&office.session, &Session::closing, this, [this] {
        m_name->setModified(false);
        m_newMe->clear();
        m_asksName = false;
        m_taken.reset();
    });
}

SettingsPlace::~SettingsPlace() { m_name->disconnect(this); }

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
    m_me->setFixedWidth(kFieldWidth);
    m_me->installEventFilter(this);
    m_newMe->setObjectName(QStringLiteral("settingNewMe"));
    m_newMe->setAccessibleName(tr("Your name"));
    m_newMe->setPlaceholderText(tr("Your name"));
    m_newMe->setFixedWidth(kFieldWidth);
    m_add->setObjectName(QStringLiteral("settingAddMe"));
    m_back->setObjectName(QStringLiteral("settingMeBack"));
    auto* row = new QHBoxLayout(m_newRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_newMe);
    row->addWidget(m_add);
    row->addStretch();
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_me);
    column->addWidget(m_newRow);
    column->addWidget(m_meRemark);
    column->addWidget(m_back, 0, Qt::AlignLeft);
    connect(m_me, &QComboBox::activated, this, &SettingsPlace::chooseMe);
    connect(m_newMe, &QLineEdit::textChanged, this, &SettingsPlace::syncAdd);
    connect(m_newMe, &QLineEdit::returnPressed, this, &SettingsPlace::addMe);
    connect(m_add, &Button::clicked, this, &SettingsPlace::addMe);
    connect(m_back, &Button::clicked, this, &SettingsPlace::takeBack);
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
    setFocus();
}

bool SettingsPlace::stepBack()
{
    if (!m_asksName)
        return false;
    m_asksName = false;
    m_newMe->clear();
    syncYou();
    m_me->setFocus();
    return true;
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
    if (m_me->view()->isVisible())
        return; // an open list stays as it is; what is chosen from it syncs again
    const QString name = m_office.settings.value(setting::kMe);
    m_me->clear();
    for (int row = 0; row < m_office.people.rowCount(); ++row) {
        const Person& person = m_office.people.row(row).person;
        if (person.kind == PersonKind::staff && m_office.people.row(row).current)
            m_me->addItem(toQString(person.name));
    }
    const bool reading = m_office.session.isReadOnly();
    const int index = m_me->findText(name, Qt::MatchFixedString | Qt::MatchCaseSensitive);
    if (!reading)
        m_me->addItem(tr("Someone else…"), true);
    m_me->setPlaceholderText(name.isEmpty() ? tr("Nobody chosen") : name);
    m_me->setCurrentIndex(index);
    m_newRow->setVisible(!reading && (m_asksName || index < 0));
    if (!m_newMe->isModified())
        m_newMe->setText(index < 0 ? name : QString());
    syncAdd();
    m_meRemark->setText(name.isEmpty() ? tr("Nobody is chosen yet: choose your name, or add it.")
                        : m_office.session.me()
                            ? tr("Calls you log are %1’s, and so are notes marked “only me”.").arg(name)
                        : reading ? tr("%1 is not among the staff of this network.").arg(name)
                                  : tr("%1 is not among the staff of this network yet.").arg(name));
    const bool canGoBack = m_taken && m_taken->name == name;
    m_back->setVisible(canGoBack);
    if (canGoBack)
        m_back->setText(m_taken->before.isEmpty() ? tr("Take it back") : tr("Back to %1").arg(m_taken->before));
}

void SettingsPlace::syncAdd()
{
    const QString name = m_newMe->text().trimmed();
    m_add->setEnabled(!name.isEmpty());
    const QString shown = m_add->fontMetrics().elidedText(name, Qt::ElideRight, kFieldWidth);
    m_add->setText(name.isEmpty() ? tr("Add as staff")
                   : m_me->findText(name, Qt::MatchFixedString | Qt::MatchCaseSensitive) >= 0
                       ? tr("Choose %1").arg(shown)
                       : tr("Add %1 as staff").arg(shown));
}

bool SettingsPlace::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_me && event->type() == QEvent::KeyPress && wouldChoose(*static_cast<QKeyEvent*>(event))) {
        m_me->showPopup(); // where a name is chosen by Enter or a click
        return true;
    }
    return Place::eventFilter(watched, event);
}

void SettingsPlace::chooseMe(int index)
{
    if (m_me->itemData(index).toBool()) {
        m_asksName = true;
        syncYou();
        m_newMe->setFocus();
        return;
    }
    become(m_me->itemText(index));
}

void SettingsPlace::addMe()
{
    const QString name = m_newMe->text().trimmed();
    if (name.isEmpty() || m_office.session.isReadOnly())
        return;
    m_asksName = false;
    m_newMe->clear();
    m_newMe->setModified(false);
    become(name);
    if (m_office.session.me() || m_me->currentIndex() >= 0)
        return;
    const QString label = tr("%1 works here").arg(name);
    if (m_taken)
        m_taken->added = label;
    m_office.session.change(label, [text = toUtf8(name)](store::Records& records) -> Result<> {
        WEAVEMAP_TRY(actions::staffPersonNamed(records, text));
        return {};
    });
}

void SettingsPlace::become(const QString& name)
{
    const QString before = m_office.settings.value(setting::kMe);
    if (name != before) {
        m_taken = Taken{name, before, {}};
        m_office.settings.set(setting::kMe, name);
        Q_EMIT said(tr("You are %1 now.").arg(name));
    }
    m_asksName = false;
    syncYou();
}

void SettingsPlace::takeBack()
{
    if (!m_taken)
        return;
    const Taken taken = *m_taken;
    m_taken.reset();
    m_office.settings.set(setting::kMe, taken.before);
    // Who was added for it goes again, unless something else was done since.
    if (!taken.added.isEmpty() && m_office.session.undoLabel() == taken.added)
        m_office.session.undo();
    Q_EMIT said(taken.before.isEmpty() ? tr("Nobody is chosen any more.") : tr("You are %1 again.").arg(taken.before));
    syncYou();
    setFocus();
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
