// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/ImportPlace.h"

#include <algorithm>

#include <QComboBox>
#include <QDropEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QMimeData>
#include <QPointer>
#include <QStackedWidget>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

#include "core/exchange/Reader.h"
#include "ui/base/Convert.h"
#include "ui/base/Dialogs.h"
#include "ui/base/ErrorText.h"
#include "ui/base/SaveFile.h"
#include "ui/base/Settings.h"
#include "ui/import/ColumnChoice.h"
#include "ui/import/LeftOutList.h"
#include "ui/session/Session.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/SegmentedSwitch.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/ThinProgress.h"

namespace weavemap::ui {

namespace {

int total(const std::vector<ImportSource>& sources, std::size_t actions::ImportPlan::*count)
{
    std::size_t sum = 0;
    for (const ImportSource& source : sources)
        sum += source.plan.*count;
    return static_cast<int>(sum);
}

/// What else there is to know about the files, a sentence each.
QStringList remarks(const std::vector<ImportSource>& sources)
{
    constexpr int kMostNotices = 3;
    int told = 0;
    QStringList sentences;
    for (const ImportSource& source : sources) {
        const exchange::FileFacts& facts = source.network.facts;
        const QString name = sources.size() > 1 ? source.name + QStringLiteral(": ") : QString();
        if (!facts.encodingSure)
            sentences.append(name +
                             ImportPlace::tr("Read as %1, which is a guess: if names look wrong, choose another.")
                                 .arg(toQString(facts.encoding)));
        QStringList without;
        for (const std::string& column : source.plan.leftOutColumns)
            without.append(QStringLiteral("“%1”").arg(toQString(column).simplified()));
        if (!without.isEmpty())
            sentences.append(ImportPlace::tr("Not taken, since ties hold nothing like it: %1.")
                                 .arg(without.join(QStringLiteral(", "))));
        if (source.plan.sameFileAgain)
            sentences.append(ImportPlace::tr("A file of this name was imported before: what it said about ties is not "
                                             "added up once more."));
        for (const exchange::RowIssue& notice : source.plan.notices)
            if (!ImportRowsModel::hasRow(source.plan, notice.line) && told++ < kMostNotices)
                sentences.append(rowSentence(notice.reason, false));
    }
    return sentences;
}

/// The share of `run` that one of `count` parts is.
RunContext partOf(const RunContext& run, std::size_t part, std::size_t count)
{
    const double step = 1.0 / static_cast<double>(count);
    return RunContext(
        run.stopToken(),
        [run, from = step * static_cast<double>(part), step](double done) { run.progress(from + step * done); },
        run.threads());
}

/// Files of the program itself are opened by the window, not read here.
bool isOwnFile(const QUrl& url) { return url.toLocalFile().endsWith(QStringLiteral(".weavemap"), Qt::CaseInsensitive); }

} // namespace

ImportPlace::ImportPlace(Office& office, QWidget* parent)
    : Place(parent), m_office(office), m_pages(new QStackedWidget),
      m_start(
          new EmptyState(QStringLiteral("import"), tr("Bring a list"),
                         tr("Members, ties (from, to) or a who-knows-whom matrix, as CSV or GraphML. Drop it here."),
                         tr("Choose a file")))
{
    setObjectName(QStringLiteral("importPlace"));
    setAcceptDrops(true);
    m_pages->setObjectName(QStringLiteral("importPages"));
    m_pages->addWidget(m_start);
    m_pages->addWidget(buildPreview());
    m_pages->addWidget(buildDone());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    connect(m_start, &EmptyState::actionRequested, this, &ImportPlace::chooseFiles);
    connect(&office.session, &Session::closing, this, [this] {
        m_job.cancel();
        m_progress->finish();
        m_storing = false;
        m_files.clear();
        m_sources.reset();
        m_rows->setSources({});
        m_pages->setCurrentIndex(0);
    });
    // The preview says what would happen to the file as it is: it is made anew when the file changes.
    connect(&office.session, &Session::changed, this, [this](const store::ChangeSet& changes) {
        if (m_sources && !m_storing && m_pages->currentIndex() == 1 &&
            (changes.touches(store::Table::person) || changes.touches(store::Table::tie)))
            prepare();
    });
}

void ImportPlace::start(const QStringList& files)
{
    if (m_storing) {
        Q_EMIT said(tr("The list before is still being stored."));
        return;
    }
    m_job.cancel();
    m_first = true;
    m_chosen = false;
    m_decided = -1;
    m_columns->forget();
    m_sources.reset();
    m_rows->setSources({});
    m_as->setCurrentIndex(0);
    m_direction->setCurrentIndex(0);
    m_depth->setCurrentIndex(static_cast<int>(TieDepth::exchange));
    m_encoding->setCurrentIndex(0);
    m_files = files;
    m_choices.assign(static_cast<std::size_t>(files.size()), {});
    m_pages->setCurrentIndex(files.isEmpty() ? 0 : 1);
    if (!files.isEmpty()) {
        showTrouble({});
        prepare();
    } else {
        m_start->actionButton()->setFocus(Qt::OtherFocusReason);
    }
}

bool ImportPlace::stepBack()
{
    if (m_storing) {
        m_stop.request_stop();
        return true;
    }
    const Question question{tr("Leave this import?"),
                            tr("Nothing of it is stored, and what you chose for it is lost."),
                            {{tr("Leave"), AnswerRole::destructive}, {tr("Go on"), AnswerRole::cancel}}};
    if (!m_chosen || m_pages->currentIndex() != 1 || m_office.dialogs.ask(this, question) == 0)
        leave();
    return true;
}

void ImportPlace::chooseFiles()
{
    const QStringList files =
        m_office.dialogs.openFiles(this, {tr("Which lists?"),
                                          m_office.settings.value(setting::kLastFolder),
                                          {tr("Lists and networks (*.csv *.tsv *.txt *.graphml)"), tr("All files (*)")},
                                          {}});
    if (files.isEmpty())
        return;
    m_office.settings.set(setting::kLastFolder, QFileInfo(files.front()).absolutePath());
    start(files);
}

exchange::ReadOptions ImportPlace::readOptions() const
{
    exchange::ReadOptions options;
    options.as = static_cast<exchange::ReadAs>(m_as->currentData().toInt());
    options.direction = static_cast<exchange::TieDirection>(m_direction->currentData().toInt());
    options.encoding = toUtf8(m_encoding->currentData().toString());
    m_columns->applyTo(options);
    return options;
}

void ImportPlace::prepare()
{
    auto reader = m_office.session.openReader();
    if (!reader)
        return;
    m_job.cancel();
    m_storable = false;
    syncButtons();
    m_progress->start();
    const std::shared_ptr<store::Reader> shared = std::move(*reader);
    using Prepared = ImportSources;
    m_job = m_office.jobs.run<Prepared>(
        this,
        [shared, files = m_files, choices = m_choices, read = readOptions(),
         depth = static_cast<TieDepth>(m_depth->currentIndex()),
         on = m_office.session.today()](const RunContext& run) -> Result<Prepared> {
            auto sources = std::make_shared<std::vector<ImportSource>>();
            actions::ImportBasis basis;
            WEAVEMAP_TRY(shared->snapshot([&](store::Records& records) -> Result<> {
                WEAVEMAP_ASSIGN(basis, actions::readImportBasis(records));
                return {};
            }));
            IdMint ids;
            const auto parts = static_cast<std::size_t>(files.size()) * 2;
            for (qsizetype i = 0; i < files.size(); ++i) {
                const auto at = static_cast<std::size_t>(i);
                ImportSource source;
                source.path = files[i];
                source.name = QFileInfo(files[i]).fileName();
                source.choices = choices[at];
                WEAVEMAP_ASSIGN(source.network, exchange::readFile(toPath(files[i]), read, partOf(run, 2 * at, parts)));
                actions::ImportOptions options;
                options.fileName = toUtf8(source.name);
                options.on = on;
                options.depth = depth;
                options.choices = source.choices;
                WEAVEMAP_ASSIGN(source.plan, actions::planImport(basis, source.network, options, ids,
                                                                 partOf(run, 2 * at + 1, parts)));
                sources->push_back(std::move(source));
            }
            return sources;
        },
        [this](Result<Prepared> prepared) {
            m_progress->finish();
            if (!prepared) {
                presentFailure(prepared.error());
                return;
            }
            m_sources = std::move(*prepared);
            present();
        },
        [this](double share) { m_progress->setShare(share); });
}

void ImportPlace::presentFailure(const Error& error)
{
    m_sources.reset();
    m_rows->setSources({});
    showTrouble(errorSentence(error));
    const bool unknown = error.code == ErrorCode::missingColumn || error.code == ErrorCode::nothingToImport;
    if (error.code == ErrorCode::missingColumn && m_files.size() == 1 && !error.args.empty()) {
        using exchange::ReadAs;
        const bool ties = error.args.front() == exchange::fieldName(exchange::Field::source) ||
                          error.args.front() == exchange::fieldName(exchange::Field::target);
        const ReadAs wished = readOptions().as;
        const ReadAs kind = wished != ReadAs::detect ? wished : ties ? ReadAs::ties : ReadAs::members;
        exchange::FileFacts facts;
        facts.columns.assign(error.args.begin() + 1, error.args.end());
        m_columns->offer(kind, facts);
        showTrouble(kind == ReadAs::ties
                        ? tr("No column says clearly who is tied to whom. Choose both above; nothing was stored.")
                        : tr("No column clearly holds the names. Choose it above; nothing was stored."));
    } else {
        m_columns->forget();
    }
    // A file that is not understood can be explained; any other has to be chosen anew.
    if (std::exchange(m_first, false) && isVisible())
        (unknown ? static_cast<QWidget*>(m_as) : m_other)->setFocus(Qt::OtherFocusReason);
}

void ImportPlace::showTrouble(const QString& sentence)
{
    m_trouble->setText(sentence);
    m_trouble->setVisible(!sentence.isEmpty());
    m_table->parentWidget()->setVisible(sentence.isEmpty());
    m_room->setVisible(!sentence.isEmpty());
    m_filter->setVisible(sentence.isEmpty());
    m_summary->setVisible(sentence.isEmpty());
    m_facts->setVisible(sentence.isEmpty());
    m_storable = false;
    syncButtons();
    m_title->setText(m_files.size() == 1 ? QFileInfo(m_files.first()).fileName()
                                         : tr("%Ln files", "", static_cast<int>(m_files.size())));
    if (!sentence.isEmpty()) {
        m_doubt->hide();
        m_store->setText(tr("Store"));
    }
}

void ImportPlace::syncButtons()
{
    m_store->setEnabled(m_storable && !m_storing && !m_office.session.isReadOnly());
    m_other->setEnabled(!m_storing);
    m_options->setEnabled(!m_storing);
    m_doubt->setEnabled(!m_storing);
    m_leave->setText(m_storing ? tr("Stop") : tr("Cancel"));
}

void ImportPlace::present()
{
    showTrouble({});
    m_rows->setSources(m_sources);
    const auto& sources = *m_sources;
    using Plan = actions::ImportPlan;
    QStringList parts;
    const auto say = [&](const QString& words, int count) {
        if (count > 0)
            parts.append(words);
    };
    const int newPeople = total(sources, &Plan::newPeople), matched = total(sources, &Plan::matchedPeople);
    const int doubtfulPeople = total(sources, &Plan::doubtfulPeople);
    const int newTies = total(sources, &Plan::newTies), known = total(sources, &Plan::matchedTies);
    say(tr("%Ln people are new", "", newPeople - doubtfulPeople), newPeople - doubtfulPeople);
    say(tr("%Ln people may be here already", "", doubtfulPeople), doubtfulPeople);
    say(tr("%Ln people are here already", "", matched), matched);
    say(tr("%Ln ties are new", "", newTies), newTies);
    say(tr("%Ln ties are here already", "", known), known);
    const int out = m_rows->countOf(ImportRowsModel::Filter::leftOut);
    say(tr("%Ln rows are left out", "", out), out);
    const bool nothing = newPeople + newTies == 0 &&
                         std::all_of(sources.begin(), sources.end(), [](const auto& s) { return s.plan.isEmpty(); });
    m_summary->setText(nothing ? tr("Everything in it is here already. There is nothing to store.")
                               : parts.join(QStringLiteral(", ")) + QLatin1Char('.'));
    m_facts->setText(remarks(sources).join(QLatin1Char(' ')));
    m_facts->setVisible(!m_facts->text().isEmpty());
    m_encoding->setToolTip(
        sources.size() > 1 ? QString() : tr("Read as %1.").arg(toQString(sources.front().network.facts.encoding)));
    if (m_office.session.isReadOnly()) {
        m_trouble->setText(tr("This file can only be read: nothing can be stored in it now."));
        m_trouble->show();
    }
    using Filter = ImportRowsModel::Filter;
    const QString filters[]{tr("All rows"), tr("New"), tr("Here already"), tr("Doubtful"), tr("Left out")};
    for (int i = 0; i < 5; ++i)
        m_filter->setWords(
            i, QStringLiteral("%1 %2").arg(filters[i], formatCount(m_rows->countOf(static_cast<Filter>(i)))));
    const bool doubtful = m_rows->countOf(Filter::doubtful) > 0;
    m_rows->setFilter(doubtful ? Filter::doubtful : Filter::all);
    m_filter->setCurrent(static_cast<int>(doubtful ? Filter::doubtful : Filter::all));
    m_table->resizeColumnToContents(ImportRowsModel::kLine);
    m_storable = !nothing;
    m_store->setText(tr("Store %Ln rows", "", m_rows->countOf(Filter::all) - out));
    presentQuestions();
    syncButtons();
    presentFocus();
    presentRow();
}

void ImportPlace::presentFocus()
{
    const bool doubtful = m_filter->current() == static_cast<int>(ImportRowsModel::Filter::doubtful);
    const int decided = std::exchange(m_decided, -1);
    const bool first = std::exchange(m_first, false);
    if (doubtful) // the next one after an answer, else the first
        m_table->selectRow(std::clamp(decided, 0, m_rows->rowCount() - 1));
    if (!isVisible() || (!first && decided < 0))
        return; // whoever tries out the options stays there
    if (doubtful)
        m_table->setFocus(Qt::OtherFocusReason);
    else if (m_store->isEnabled())
        m_store->setFocus(Qt::OtherFocusReason);
    else
        m_other->setFocus(Qt::OtherFocusReason);
}

void ImportPlace::presentRow()
{
    const QModelIndex current = m_table->currentIndex();
    const bool doubtful = current.isValid() && m_rows->row(current.row()).fate == actions::RowFate::doubtful;
    m_doubt->setVisible(doubtful);
    if (!doubtful)
        return;
    const actions::ImportRow& row = m_rows->row(current.row());
    m_doubtText->setText(tr("Line %1, “%2”: %3")
                             .arg(formatCount(static_cast<qint64>(row.line)), toQString(row.text).simplified(),
                                  ImportRowsModel::doubtWords(row)));
    m_same->setEnabled(row.like.isValid());
}

void ImportPlace::decide(std::optional<PersonId> same, bool asNew)
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    m_decided = current.row();
    m_chosen = true;
    const std::size_t line = m_rows->row(current.row()).line;
    actions::ImportChoices& choices = m_choices[static_cast<std::size_t>(m_rows->sourceOf(current.row()))];
    choices.sameAs.erase(line);
    choices.asNew.erase(line);
    choices.leaveOut.erase(line);
    if (same)
        choices.sameAs[line] = *same;
    else if (asNew)
        choices.asNew.insert(line);
    else
        choices.leaveOut.insert(line);
    prepare();
}

QString ImportPlace::label() const
{
    return m_files.size() == 1 ? tr("Import %1").arg(QFileInfo(m_files.first()).fileName())
                               : tr("Import %Ln files", "", static_cast<int>(m_files.size()));
}

void ImportPlace::store()
{
    if (!m_sources || m_storing)
        return;
    m_storing = true;
    m_stop = std::stop_source();
    syncButtons();
    m_leave->setFocus(Qt::OtherFocusReason);
    m_progress->start();
    const QPointer<ImportPlace> self(this);
    const RunContext run(m_stop.get_token(), [self, session = &m_office.session](double share) {
        QMetaObject::invokeMethod(
            session,
            [self, share] {
                if (self && self->m_storing)
                    self->m_progress->setShare(share);
            },
            Qt::QueuedConnection);
    });
    m_office.session.change(
        label(),
        [sources = m_sources, run](store::Records& records) -> Result<> {
            for (std::size_t i = 0; i < sources->size(); ++i)
                WEAVEMAP_TRY(actions::commitImport(records, (*sources)[i].plan, partOf(run, i, sources->size())));
            return {};
        },
        [self](const Result<store::ChangeSet>& result) {
            if (self)
                self->stored(result ? std::nullopt : std::optional<Error>(result.error()));
        });
}

void ImportPlace::stored(const std::optional<Error>& trouble)
{
    m_progress->finish();
    m_storing = false;
    if (!m_sources)
        return; // the file was closed meanwhile
    syncButtons();
    if (!trouble) {
        showDone();
    } else if (trouble->code == ErrorCode::cancelled) {
        m_store->setFocus(Qt::OtherFocusReason);
    } else {
        m_first = true;
        prepare(); // the file may have changed meanwhile: the preview is made anew
    }
}

void ImportPlace::showDone()
{
    m_doneText->setText(tr("%1\nOne undo takes it all back.").arg(m_summary->text()));
    m_saveLeftOut->setVisible(m_rows->countOf(ImportRowsModel::Filter::leftOut) > 0);
    m_pages->setCurrentIndex(2);
    if (isVisible())
        m_seeMap->setFocus(Qt::OtherFocusReason);
    else
        Q_EMIT said(m_doneText->text().simplified());
}

void ImportPlace::saveLeftOut()
{
    const auto path = m_office.dialogs.saveFile(
        this, {tr("Save what was left out"), tr("left out.csv"), {tr("CSV (*.csv)")}, QStringLiteral("csv")});
    if (!path)
        return;
    const auto saved = saveFile(*path, leftOutList(m_sources));
    Q_EMIT said(saved ? tr("Saved to %1.").arg(*path) : errorSentence(saved.error()));
}

void ImportPlace::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && std::none_of(urls.begin(), urls.end(), isOwnFile))
        event->acceptProposedAction();
    else
        event->ignore(); // on to the window
}

void ImportPlace::dropEvent(QDropEvent* event)
{
    QStringList files;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    if (!files.isEmpty()) {
        event->acceptProposedAction();
        start(files);
    }
}

} // namespace weavemap::ui
