// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/PersonForm.h"

#include <algorithm>

#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "core/base/Text.h"
#include "core/store/Audience.h"
#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/members/PersonFields.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/LevelChip.h"
#include "ui/widgets/SegmentedSwitch.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kSide = 28, kLabel = 92, kAboutHeight = 84;
constexpr double kAboutMargin = 9; ///< so that its text stands under that of the fields

} // namespace

PersonForm::PersonForm(Office& office, QWidget* parent)
    : QScrollArea(parent), m_office(office),
      m_title(new TextLabel({}, TextStyle::figure, ColorRole::text, TextLabel::Lines::many)),
      m_kind(new SegmentedSwitch({tr("Member"), tr("Staff"), tr("Outside")})), m_level(new QComboBox),
      m_leftReason(new QLineEdit), m_contact(new QLineEdit), m_consent(new QComboBox), m_about(new QPlainTextEdit),
      m_aboutLevel(new LevelChip(tr("Who may see the note about them"))),
      m_sameName(new TextLabel({}, TextStyle::second, ColorRole::warning, TextLabel::Lines::many)),
      m_store(new Button(tr("Store"), Button::Kind::primary)), m_leave(new Button(tr("Close, keep draft")))
{
    setObjectName(QStringLiteral("personForm"));
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(kSide, space::kPageTop, kSide, space::k24);
    column->setSpacing(space::k16);
    m_title->setObjectName(QStringLiteral("formTitle"));
    column->addWidget(m_title);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(space::k8);
    m_grid->setVerticalSpacing(space::k8);
    m_grid->setColumnMinimumWidth(0, kLabel);
    m_grid->setColumnStretch(1, 1);
    buildFields();
    column->addLayout(m_grid);
    m_furtherBox = new QWidget;
    column->addWidget(m_furtherBox);
    m_store->setObjectName(QStringLiteral("formStore"));
    m_store->setKeyText(tr("Ctrl Enter"));
    m_leave->setObjectName(QStringLiteral("formLeave"));
    m_leave->setKeyText(tr("Esc"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::k8);
    buttons->addWidget(m_store);
    buttons->addWidget(m_leave);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addStretch(1);
    setWidget(page);
    connect(m_store, &Button::clicked, this, &PersonForm::store);
    connect(m_leave, &Button::clicked, this, &PersonForm::leaveRequested);
    connect(&office.session, &Session::closing, this, &PersonForm::discard);
    // What only another at this desk may read does not stay on the screen.
    connect(&office.session, &Session::meChanged, this, [this] {
        const bool wasPrivate = m_before.person.aboutLevel == Confidentiality::onlyMe;
        if (m_started && (wasPrivate || m_aboutLevel->level() == Confidentiality::onlyMe)) {
            const bool wasShown = isVisible();
            discard();
            if (wasShown)
                Q_EMIT leaveRequested();
        } else if (m_started) {
            presentAboutLevel();
        }
    });
}

PersonForm::~PersonForm()
{
    for (const auto& [column, row] : m_lines)
        row.line->disconnect(this);
}

void PersonForm::addRow(const QString& label, QWidget* field, TextLabel* problem)
{
    const int row = m_grid->rowCount();
    auto* name = new TextLabel(label, TextStyle::second, ColorRole::muted);
    name->setBuddy(field);
    name->setFixedHeight(size::kField);
    field->setAccessibleName(label);
    m_grid->addWidget(name, row, 0, Qt::AlignTop);
    if (!problem) {
        m_grid->addWidget(field, row, 1, Qt::AlignTop);
        return;
    }
    auto* box = new QVBoxLayout;
    box->setSpacing(2);
    box->addWidget(field);
    box->addWidget(problem);
    m_grid->addLayout(box, row, 1, Qt::AlignTop);
}

QLineEdit* PersonForm::addLine(const QString& name, const QString& label, int column)
{
    Row row;
    row.line = new QLineEdit;
    row.line->setObjectName(name);
    row.problem = new TextLabel({}, TextStyle::second, ColorRole::danger, TextLabel::Lines::many);
    row.problem->setObjectName(name + QStringLiteral("Problem"));
    row.problem->hide();
    addRow(label, row.line, row.problem);
    m_lines.emplace_back(column, row);
    const std::size_t at = m_lines.size() - 1;
    connect(row.line, &QLineEdit::editingFinished, this, [this, at, column] {
        // An empty name is only told of when the form is to be stored: it may yet come.
        if (column != PeopleModel::kName || !m_lines[at].second.line->text().isEmpty())
            check(m_lines[at].second, column);
    });
    connect(row.line, &QLineEdit::textEdited, this, [this, at] { m_lines[at].second.problem->hide(); });
    return row.line;
}

void PersonForm::buildFields()
{
    auto* name = addLine(QStringLiteral("formName"), tr("Name"), PeopleModel::kName);
    m_sameName->setObjectName(QStringLiteral("formSameName"));
    m_sameName->hide();
    m_grid->addWidget(m_sameName, m_grid->rowCount(), 1);
    connect(name, &QLineEdit::textChanged, this, &PersonForm::remarkSameName);
    m_kind->setObjectName(QStringLiteral("formKind"));
    addRow(tr("Kind"), m_kind);
    addLine(QStringLiteral("formRole"), tr("Role"), PeopleModel::kRole);
    addLine(QStringLiteral("formOrganization"), tr("Organization"), PeopleModel::kOrganization);
    addLine(QStringLiteral("formRegion"), tr("Region"), PeopleModel::kRegion);
    // As high as the lines around them, so that the rows stand evenly.
    for (QComboBox* choice : {m_level, m_consent})
        choice->setFixedHeight(size::kField);
    m_level->setObjectName(QStringLiteral("formLevel"));
    for (int level = 0; level <= static_cast<int>(EngagementLevel::peripheral); ++level)
        m_level->addItem(words(static_cast<EngagementLevel>(level)));
    addRow(tr("Level"), m_level);
    addLine(QStringLiteral("formEmail"), tr("E-mail"), PeopleModel::kEmail);
    addLine(QStringLiteral("formPhone"), tr("Phone"), PeopleModel::kPhone);
    m_contact->setObjectName(QStringLiteral("formContact"));
    m_contact->setPlaceholderText(tr("called, weekday mornings"));
    addRow(tr("Likes to be"), m_contact);
    m_consent->setObjectName(QStringLiteral("formConsent"));
    for (int consent = 0; consent <= static_cast<int>(ShowConsent::notShown); ++consent)
        m_consent->addItem(words(static_cast<ShowConsent>(consent)));
    addRow(tr("Shown as"), m_consent);
    addLine(QStringLiteral("formJoined"), tr("Joined"), PeopleModel::kJoined)
        ->setPlaceholderText(tr("like 2026-10-15"));
    addLine(QStringLiteral("formLeft"), tr("Left"), PeopleModel::kLeft);
    m_leftReason->setObjectName(QStringLiteral("formLeftReason"));
    addRow(tr("Left because"), m_leftReason);
    m_about->setObjectName(QStringLiteral("formAbout"));
    m_about->setFixedHeight(kAboutHeight);
    m_about->document()->setDocumentMargin(kAboutMargin);
    m_about->setTabChangesFocus(true);
    m_about->installEventFilter(this);
    addRow(tr("About"), m_about);
    m_aboutLevel->setObjectName(QStringLiteral("formAboutLevel"));
    m_grid->addWidget(m_aboutLevel, m_grid->rowCount(), 1, Qt::AlignLeft | Qt::AlignTop);
}

void PersonForm::rebuildFurther()
{
    m_further.clear();
    for (QWidget* old : m_furtherBox->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
        delete old;
    delete m_furtherBox->layout();
    m_furtherGrid = new QGridLayout(m_furtherBox);
    m_furtherGrid->setContentsMargins(0, 0, 0, 0);
    m_furtherGrid->setHorizontalSpacing(space::k8);
    m_furtherGrid->setVerticalSpacing(space::k8);
    m_furtherGrid->setColumnMinimumWidth(0, kLabel);
    m_furtherGrid->setColumnStretch(1, 1);
    const auto& attributes = m_office.people.attributes();
    m_furtherBox->setVisible(!attributes.empty());
    if (!attributes.empty())
        m_furtherGrid->addWidget(new TextLabel(tr("Further columns"), TextStyle::baseBold), 0, 0, 1, 2);
    QWidget* before = m_aboutLevel;
    int column = PeopleModel::kFixedColumns;
    for (const Attribute& attribute : attributes) {
        const QString label = toQString(attribute.name);
        auto* name = new TextLabel(label, TextStyle::second, ColorRole::muted, TextLabel::Lines::elided);
        name->setFixedWidth(kLabel);
        name->setToolTip(label);
        auto* line = new QLineEdit;
        line->setObjectName(QStringLiteral("formFurther%1").arg(column));
        line->setAccessibleName(label);
        name->setBuddy(line);
        auto* completer = new QCompleter(valuesIn(m_office.people, column++), line);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        line->setCompleter(completer);
        const int row = m_furtherGrid->rowCount();
        m_furtherGrid->addWidget(name, row, 0);
        m_furtherGrid->addWidget(line, row, 1);
        setTabOrder(before, line);
        before = line;
        m_further.emplace_back(attribute.id, line);
    }
    setTabOrder(before, m_store);
    setTabOrder(m_store, m_leave);
}

void PersonForm::setCompletions()
{
    for (auto& [column, row] : m_lines) {
        if (column != PeopleModel::kRegion && column != PeopleModel::kRole && column != PeopleModel::kOrganization)
            continue;
        auto* completer = new QCompleter(valuesIn(m_office.people, column), row.line);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        delete row.line->completer();
        row.line->setCompleter(completer);
    }
}

void PersonForm::startNew(const QString& name)
{
    if (!m_started || !isNew()) {
        m_before = {};
        rebuildFurther();
        setCompletions();
        fill({});
        m_startTexts = texts();
        m_started = true;
    }
    m_title->setText(tr("Add a person"));
    QLineEdit* field = m_lines.front().second.line;
    if (!name.isEmpty())
        field->setText(name);
    field->setFocus(Qt::OtherFocusReason);
}

void PersonForm::startEdit(PersonId person)
{
    const auto* row = m_office.people.find(person);
    if (!row)
        return;
    if (!m_started || m_before.person.id != person || !isDirty()) {
        // The table does not hold the note.
        const auto reader = store::Audience::office(m_office.session.me());
        const auto read = store::AudienceRecords(m_office.session.records(), reader).find(person);
        if (!read || !*read)
            return;
        m_before = {};
        m_before.person = row->person;
        m_before.person.about = (*read)->about;
        m_before.person.aboutLevel = (*read)->aboutLevel;
        m_before.person.aboutBy = (*read)->aboutBy;
        m_before.organization = toQString(row->organization);
        rebuildFurther();
        setCompletions();
        for (std::size_t at = 0; at < m_further.size(); ++at)
            m_before.values.emplace_back(m_further[at].first, toQString(row->values[at]));
        fill(m_before);
        m_startTexts = texts();
        m_started = true;
    }
    m_title->setText(tr("Details of %1").arg(toQString(row->person.name)));
    QLineEdit* field = m_lines.front().second.line;
    field->setFocus(Qt::OtherFocusReason);
    field->selectAll();
}

void PersonForm::discard()
{
    m_before = {};
    m_started = false;
    fill({});
}

bool PersonForm::isDirty() const { return m_started && texts() != m_startTexts; }

QStringList PersonForm::texts() const
{
    QStringList all{QString::number(m_kind->current()),
                    m_level->currentText(),
                    m_contact->text(),
                    m_consent->currentText(),
                    m_leftReason->text(),
                    m_about->toPlainText(),
                    QString::number(static_cast<int>(m_aboutLevel->level()))};
    for (const auto& [column, row] : m_lines)
        all.append(row.line->text());
    for (const auto& [attribute, line] : m_further)
        all.append(line->text());
    return all;
}

void PersonForm::fill(const PersonDraft& draft)
{
    const Person& person = draft.person;
    const auto textFor = [&](int column) {
        switch (column) {
        case PeopleModel::kName:
            return toQString(person.name);
        case PeopleModel::kRole:
            return toQString(person.role);
        case PeopleModel::kOrganization:
            return draft.organization;
        case PeopleModel::kRegion:
            return toQString(person.region);
        case PeopleModel::kEmail:
            return toQString(person.email);
        case PeopleModel::kPhone:
            return toQString(person.phone);
        case PeopleModel::kJoined:
            return fieldDate(person.joined);
        case PeopleModel::kLeft:
            return fieldDate(person.left);
        default:
            return QString();
        }
    };
    for (auto& [column, row] : m_lines) {
        row.line->setText(textFor(column));
        row.problem->hide();
    }
    m_kind->setCurrent(static_cast<int>(person.kind));
    m_level->setCurrentIndex(static_cast<int>(person.level));
    m_contact->setText(toQString(person.contactPreference));
    m_consent->setCurrentIndex(static_cast<int>(person.consent));
    m_leftReason->setText(toQString(person.leftReason));
    fillAbout(person);
    for (auto& [attribute, line] : m_further) {
        const auto value = std::find_if(draft.values.begin(), draft.values.end(),
                                        [id = attribute](const auto& each) { return each.first == id; });
        line->setText(value == draft.values.end() ? QString() : value->second);
    }
    remarkSameName();
}

void PersonForm::fillAbout(const Person& person)
{
    // A note that somebody else keeps to themselves stays as it is, unseen.
    const PersonId me = m_office.session.me();
    const bool mayReadAbout = store::Audience::office(me).mayReadAbout(person);
    m_about->setPlainText(mayReadAbout ? toQString(person.about) : QString());
    m_about->setPlaceholderText(mayReadAbout ? QString() : tr("Only who wrote it reads it"));
    m_aboutLevel->setLevel(person.aboutLevel);
    presentAboutLevel();
    for (QWidget* field : std::initializer_list<QWidget*>{m_about, m_aboutLevel})
        field->setEnabled(mayReadAbout);
}

void PersonForm::presentAboutLevel()
{
    const PersonId me = m_office.session.me();
    const Person& person = m_before.person;
    QString whyNotMine;
    if (!me)
        whyNotMine = tr("Choose in Settings who you are to keep it to yourself.");
    else if (!person.about.empty() && person.aboutBy && person.aboutBy != me)
        whyNotMine = tr("Another wrote it; only they can keep it to themselves.");
    m_aboutLevel->setNotOnlyMine(whyNotMine);
}

PersonDraft PersonForm::draft() const
{
    PersonDraft draft;
    draft.person = m_before.person;
    for (const auto& [column, row] : m_lines) {
        if (column == PeopleModel::kOrganization)
            draft.organization = row.line->text().trimmed();
        else if (const auto set = setField(draft.person, column, row.line->text()); !set)
            continue; // said beside the field
    }
    draft.person.kind = static_cast<PersonKind>(m_kind->current());
    draft.person.level = static_cast<EngagementLevel>(m_level->currentIndex());
    draft.person.contactPreference = toUtf8(m_contact->text().trimmed());
    draft.person.consent = static_cast<ShowConsent>(m_consent->currentIndex());
    draft.person.leftReason = toUtf8(m_leftReason->text().trimmed());
    const std::string about = toUtf8(m_about->toPlainText().trimmed());
    const Confidentiality level = m_aboutLevel->level();
    if (m_about->isEnabled() && (about != m_before.person.about || level != m_before.person.aboutLevel)) {
        // Whose it is does not change where somebody else makes it more or less open.
        if (about != m_before.person.about || !m_before.person.aboutBy)
            draft.person.aboutBy = m_office.session.me();
        draft.person.about = about;
        draft.person.aboutLevel = level;
    }
    for (const auto& [attribute, line] : m_further)
        draft.values.emplace_back(attribute, line->text().trimmed());
    return draft;
}

bool PersonForm::check(Row& row, int column)
{
    if (column == PeopleModel::kOrganization)
        return true;
    // Each field by itself; only the dates look at each other.
    Person person;
    person.name = "-";
    if (column == PeopleModel::kLeft)
        for (const auto& [other, each] : m_lines)
            if (other == PeopleModel::kJoined)
                if (const auto joined = readDate(each.line->text()))
                    person.joined = *joined;
    const QString sentence = cellProblem(person, column, row.line->text());
    row.problem->setText(sentence);
    row.problem->setVisible(!sentence.isEmpty());
    row.line->setAccessibleDescription(sentence);
    return sentence.isEmpty();
}

void PersonForm::checkAll()
{
    for (auto& [column, row] : m_lines)
        check(row, column);
}

void PersonForm::remarkSameName()
{
    const std::string name = foldForSearch(trimmed(toUtf8(m_lines.front().second.line->text())));
    QString who;
    if (!name.empty())
        for (int row = 0; row < m_office.people.rowCount(); ++row) {
            const Person& person = m_office.people.row(row).person;
            if (person.id != m_before.person.id && foldForSearch(person.name) == name)
                who = toQString(person.name);
        }
    m_sameName->setText(tr("There is somebody named %1 already.").arg(who));
    m_sameName->setVisible(!who.isEmpty());
}

void PersonForm::store()
{
    if (!m_started || m_office.session.isReadOnly())
        return;
    checkAll();
    for (auto& [column, row] : m_lines)
        if (!row.problem->isHidden()) {
            row.line->setFocus(Qt::OtherFocusReason);
            ensureWidgetVisible(row.line);
            return;
        }
    Q_EMIT storeRequested(draft());
}

void PersonForm::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        store();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT leaveRequested();
        return;
    }
    QScrollArea::keyPressEvent(event);
}

bool PersonForm::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_about && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool store = (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
                           key->modifiers().testFlag(Qt::ControlModifier);
        if (store || key->key() == Qt::Key_Escape) {
            keyPressEvent(key);
            return true;
        }
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace weavemap::ui
