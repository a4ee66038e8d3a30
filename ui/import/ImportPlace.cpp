// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/ImportPlace.h"

#include <algorithm>

#include <QComboBox>
#include <QDropEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QMimeData>
#include <QSaveFile>
#include <QStackedWidget>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

#include "core/exchange/Reader.h"
#include "ui/base/Convert.h"
#include "ui/base/Dialogs.h"
#include "ui/base/ErrorText.h"
#include "ui/base/Settings.h"
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
        m_files.clear();
        m_sources.reset();
        m_rows->setSources({});
        m_pages->setCurrentIndex(0);
    });
}

void ImportPlace::start(const QStringList& files)
{
    m_job.cancel();
    m_sources.reset();
    m_rows->setSources({});
    m_as->setCurrentIndex(0);
    m_direction->setCurrentIndex(0);
    m_depth->setCurrentIndex(static_cast<int>(TieDepth::exchange));
    m_encoding->setCurrentIndex(0);
    m_files = files;
    m_choices.assign(static_cast<std::size_t>(files.size()), {});
    m_pages->setCurrentIndex(files.isEmpty() ? 0 : 1);
    if (!files.isEmpty())
        prepare();
    else
        m_start->actionButton()->setFocus(Qt::OtherFocusReason);
}

bool ImportPlace::stepBack()
{
    m_job.cancel();
    Q_EMIT finished();
    return true;
}

void ImportPlace::chooseFiles()
{
    const QStringList files =
        m_office.dialogs.openFiles(this, {tr("Which lists?"),
                                          m_office.settings.value(setting::kLastFolder),
                                          {tr("Lists and networks (*.csv *.tsv *.txt *.graphml)"), tr("All files (*)")},
                                          {}});
    if (!files.isEmpty())
        start(files);
}

exchange::ReadOptions ImportPlace::readOptions() const
{
    exchange::ReadOptions options;
    options.as = static_cast<exchange::ReadAs>(m_as->currentData().toInt());
    options.direction = static_cast<exchange::TieDirection>(m_direction->currentData().toInt());
    options.encoding = toUtf8(m_encoding->currentData().toString());
    return options;
}

void ImportPlace::prepare()
{
    auto reader = m_office.session.openReader();
    if (!reader)
        return;
    m_job.cancel();
    m_store->setEnabled(false);
    m_progress->start();
    const std::shared_ptr<store::Reader> shared = std::move(*reader);
    using Prepared = ImportSources;
    m_job = m_office.jobs.run<Prepared>(
        this,
        [shared, files = m_files, choices = m_choices, read = readOptions(), ids = &m_ids,
         depth = static_cast<TieDepth>(m_depth->currentIndex()),
         on = m_office.session.today()](const RunContext& run) -> Result<Prepared> {
            auto sources = std::make_shared<std::vector<ImportSource>>();
            WEAVEMAP_ASSIGN(actions::ImportBasis basis, actions::readImportBasis(shared->records()));
            for (qsizetype i = 0; i < files.size(); ++i) {
                ImportSource source;
                source.path = files[i];
                source.name = QFileInfo(files[i]).fileName();
                source.choices = choices[static_cast<std::size_t>(i)];
                WEAVEMAP_ASSIGN(source.network, exchange::readFile(toPath(files[i]), read, run));
                actions::ImportOptions options;
                options.fileName = toUtf8(source.name);
                options.on = on;
                options.depth = depth;
                options.choices = source.choices;
                WEAVEMAP_ASSIGN(source.plan, actions::planImport(basis, source.network, options, *ids, run));
                sources->push_back(std::move(source));
            }
            return sources;
        },
        [this](Result<Prepared> prepared) {
            m_progress->finish();
            if (!prepared) {
                m_sources.reset();
                m_rows->setSources({});
                showTrouble(errorSentence(prepared.error()));
                return;
            }
            m_sources = std::move(*prepared);
            present();
        });
}

void ImportPlace::showTrouble(const QString& sentence)
{
    m_trouble->setText(sentence);
    m_trouble->setVisible(!sentence.isEmpty());
    m_table->setVisible(sentence.isEmpty());
    m_filter->setVisible(sentence.isEmpty());
    m_summary->setVisible(sentence.isEmpty());
    m_facts->setVisible(sentence.isEmpty());
    m_store->setEnabled(sentence.isEmpty() && !m_office.session.isReadOnly());
    m_title->setText(m_files.size() == 1 ? QFileInfo(m_files.first()).fileName()
                                         : tr("%n files", "", static_cast<int>(m_files.size())));
    if (!sentence.isEmpty())
        m_doubt->hide();
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
    const int newTies = total(sources, &Plan::newTies), known = total(sources, &Plan::matchedTies);
    say(tr("%n people are new", "", newPeople), newPeople);
    say(tr("%n people are here already", "", matched), matched);
    say(tr("%n ties are new", "", newTies), newTies);
    say(tr("%n ties are here already", "", known), known);
    const int out = m_rows->countOf(ImportRowsModel::Filter::leftOut);
    say(tr("%n rows are left out", "", out), out);
    const bool nothing = newPeople + newTies == 0 &&
                         std::all_of(sources.begin(), sources.end(), [](const auto& s) { return s.plan.isEmpty(); });
    m_summary->setText(nothing ? tr("Everything in it is here already. There is nothing to store.")
                               : parts.join(QStringLiteral(", ")) + QLatin1Char('.'));
    const exchange::FileFacts& facts = sources.front().network.facts;
    m_facts->setText(
        facts.encodingSure
            ? tr("Read as %1.").arg(toQString(facts.encoding))
            : tr("Read as %1, which is a guess: if names look wrong, choose another.").arg(toQString(facts.encoding)));
    m_filter->setCurrent(0);
    m_rows->setFilter(m_rows->countOf(ImportRowsModel::Filter::doubtful) > 0 ? ImportRowsModel::Filter::doubtful
                                                                             : ImportRowsModel::Filter::all);
    m_filter->setCurrent(m_rows->countOf(ImportRowsModel::Filter::doubtful) > 0 ? 3 : 0);
    m_table->resizeColumnToContents(ImportRowsModel::kLine);
    m_store->setEnabled(!nothing && !m_office.session.isReadOnly());
    m_store->setText(tr("Store %n rows", "", m_rows->countOf(ImportRowsModel::Filter::all) - out));
    presentRow();
    m_store->setFocus(Qt::OtherFocusReason);
}

void ImportPlace::presentRow()
{
    const QModelIndex current = m_table->currentIndex();
    const bool doubtful = current.isValid() && m_rows->row(current.row()).fate == actions::RowFate::doubtful;
    m_doubt->setVisible(doubtful);
    if (!doubtful)
        return;
    const actions::ImportRow& row = m_rows->row(current.row());
    m_doubtText->setText(row.reason ? errorSentence(*row.reason)
                                    : tr("%1 looks like someone who is here.").arg(toQString(row.text)));
}

void ImportPlace::decide(std::optional<PersonId> same, bool asNew)
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
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
                               : tr("Import %n files", "", static_cast<int>(m_files.size()));
}

void ImportPlace::store()
{
    if (!m_sources)
        return;
    m_store->setEnabled(false);
    m_progress->start();
    m_office.session.change(
        label(),
        [sources = m_sources](store::Records& records) -> Result<> {
            for (const ImportSource& source : *sources)
                WEAVEMAP_TRY(actions::commitImport(records, source.plan));
            return {};
        },
        [this](const Result<store::ChangeSet>& result) {
            m_progress->finish();
            if (result)
                showDone();
            else
                prepare(); // somebody changed the file meanwhile: the preview is made anew
        });
}

void ImportPlace::showDone()
{
    m_doneText->setText(tr("%1 One undo takes it all back.").arg(m_summary->text()));
    m_saveLeftOut->setVisible(m_rows->countOf(ImportRowsModel::Filter::leftOut) > 0);
    m_pages->setCurrentIndex(2);
}

void ImportPlace::saveLeftOut()
{
    const auto path = m_office.dialogs.saveFile(
        this, {tr("Save what was left out"), tr("left out.csv"), {tr("CSV (*.csv)")}, QStringLiteral("csv")});
    if (!path)
        return;
    QSaveFile file(*path);
    const QByteArray text = leftOutList(*m_sources);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        Q_EMIT said(errorSentence(Error(ErrorCode::fileUnwritable, {toUtf8(*path)})));
    else
        Q_EMIT said(tr("Saved to %1.").arg(*path));
}

void ImportPlace::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
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
