// SPDX-License-Identifier: GPL-3.0-or-later
// How the pages of the import assistant are laid out; what they do is in ImportPlace.cpp.
#include <algorithm>

#include <QComboBox>
#include <QFontMetrics>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/import/ColumnChoice.h"
#include "ui/import/ImportPlace.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/SegmentedSwitch.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/ThinProgress.h"

namespace weavemap::ui {

namespace {

constexpr int kDoneWidth = 560;
constexpr int kSaysWidth = 220;
constexpr int kNameWidth = 220, kNamesWidth = 340; // of one person, and of both ends of a tie
constexpr int kNamesNarrow = 280;                  // beside what is said of the tie

QComboBox* combo(const char* objectName, const QString& accessibleName)
{
    auto* box = new QComboBox;
    box->setObjectName(QString::fromLatin1(objectName));
    box->setAccessibleName(accessibleName);
    // As wide as its part of the grid, whatever can be chosen in it.
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(1);
    return box;
}

int widestFate()
{
    using actions::RowFate;
    const QFontMetrics metrics(font(TextStyle::control));
    int widest = 0;
    for (const RowFate fate :
         {RowFate::added, RowFate::matched, RowFate::merged, RowFate::doubtful, RowFate::selfLoop, RowFate::rejected})
        widest = std::max(widest, metrics.horizontalAdvance(ImportRowsModel::fateWords(fate)));
    return widest;
}

/// Gives back the box with name and field.
QWidget* addField(QGridLayout* grid, int at, int columns, const QString& name, QWidget* field)
{
    auto* box = new QWidget;
    box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // the grid says how wide
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(new TextLabel(name, TextStyle::caption, ColorRole::muted));
    column->addWidget(field);
    grid->addWidget(box, 0, at, 1, columns);
    return box;
}

} // namespace

QWidget* ImportPlace::buildPreview()
{
    auto* page = new QWidget;
    m_title = new TextLabel({}, TextStyle::page);
    m_summary = new TextLabel({}, TextStyle::sentence, ColorRole::text, TextLabel::Lines::many);
    m_summary->setObjectName(QStringLiteral("importSummary"));
    m_facts = new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::many);
    m_trouble = new TextLabel({}, TextStyle::base, ColorRole::danger, TextLabel::Lines::many);
    m_trouble->setObjectName(QStringLiteral("importTrouble"));
    m_trouble->hide();
    m_progress = new ThinProgress;
    m_filter = new SegmentedSwitch({tr("All rows"), tr("New"), tr("Here already"), tr("Doubtful"), tr("Left out")});
    m_filter->setObjectName(QStringLiteral("importFilter"));
    m_filter->setAccessibleName(tr("Which rows to show"));
    m_rows = new ImportRowsModel(this);
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("importRows"));
    m_table->setAccessibleName(tr("Rows and what happens to them"));
    m_table->setModel(m_rows);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(size::kRow);
    m_table->verticalHeader()->setDefaultSectionSize(size::kRow);
    m_table->horizontalHeader()->setHighlightSections(false);
    // Why is a sentence: it gets what the others leave.
    m_table->horizontalHeader()->setSectionResizeMode(ImportRowsModel::kWhy, QHeaderView::Stretch);
    m_table->setColumnWidth(ImportRowsModel::kFate, widestFate() + 2 * space::k12);
    m_table->setColumnWidth(ImportRowsModel::kSays, kSaysWidth);
    m_store = new Button(tr("Store"), Button::Kind::primary);
    m_store->setObjectName(QStringLiteral("importStore"));
    m_other = new Button(tr("Choose another file"), Button::Kind::normal);
    m_other->setObjectName(QStringLiteral("importOther"));
    m_leave = new Button(tr("Cancel"), Button::Kind::quiet);
    m_leave->setObjectName(QStringLiteral("importLeave"));

    auto* card = new Card(Card::Kind::plain, Card::Padding::none);
    card->body()->setContentsMargins(1, 1, 1, 1);
    card->body()->addWidget(m_table);
    auto* foot = new QHBoxLayout;
    foot->addWidget(new TextLabel(tr("Nothing is stored until you say so. One undo takes it all back."),
                                  TextStyle::base, ColorRole::muted),
                    1);
    for (Button* button : {m_leave, m_other, m_store})
        foot->addWidget(button);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(space::kPageSide, space::kPageTop, space::kPageSide, space::kPageTop);
    column->setSpacing(space::k12);
    column->addWidget(m_title);
    column->addWidget(m_progress);
    m_options = buildOptions();
    column->addWidget(m_options);
    column->addSpacing(space::k4);
    column->addWidget(m_summary);
    column->addWidget(m_facts);
    column->addWidget(m_trouble);
    column->addWidget(m_filter, 0, Qt::AlignLeft);
    column->addWidget(card, 1);
    m_room = new QWidget;
    m_room->hide();
    column->addWidget(m_room, 1);
    column->addWidget(buildDoubt());
    column->addLayout(foot);

    connect(m_filter, &SegmentedSwitch::chosen, this, [this](int index) {
        m_rows->setFilter(static_cast<ImportRowsModel::Filter>(index));
        presentRow();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ImportPlace::presentRow);
    connect(m_store, &Button::clicked, this, &ImportPlace::store);
    connect(m_other, &Button::clicked, this, &ImportPlace::chooseFiles);
    connect(m_leave, &Button::clicked, this, [this] {
        if (m_storing)
            m_stop.request_stop();
        else
            leave();
    });
    return page;
}

QWidget* ImportPlace::buildOptions()
{
    auto* box = new QWidget;
    m_as = combo("importAs", tr("What the file holds"));
    m_as->addItem(tr("Find out"), static_cast<int>(exchange::ReadAs::detect));
    m_as->addItem(tr("Members"), static_cast<int>(exchange::ReadAs::members));
    m_as->addItem(tr("Ties: from, to"), static_cast<int>(exchange::ReadAs::ties));
    m_as->addItem(tr("A matrix: who knows whom"), static_cast<int>(exchange::ReadAs::matrix));
    m_direction = combo("importDirection", tr("Direction of ties"));
    m_direction->addItem(tr("As the file says"), static_cast<int>(exchange::TieDirection::asTheFileSays));
    m_direction->addItem(tr("From names to"), static_cast<int>(exchange::TieDirection::directed));
    m_direction->addItem(tr("Both ways"), static_cast<int>(exchange::TieDirection::undirected));
    m_depth = combo("importDepth", tr("Depth of ties that do not say theirs"));
    for (int depth = 0; depth <= static_cast<int>(TieDepth::rely); ++depth)
        m_depth->addItem(words(static_cast<TieDepth>(depth)));
    m_depth->setCurrentIndex(static_cast<int>(TieDepth::exchange));
    m_encoding = combo("importEncoding", tr("How letters are written"));
    m_encoding->addItem(tr("Find out"), QString());
    for (const char* name : {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "macintosh", "ISO-8859-15"})
        m_encoding->addItem(QString::fromLatin1(name), QString::fromLatin1(name));
    m_columns = new ColumnChoice;
    m_columns->setObjectName(QStringLiteral("importColumns"));
    auto* rows = new QVBoxLayout(box);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(space::k8);
    // The edges stand below each other in both rows.
    QGridLayout* const grid = ColumnChoice::makeGrid();
    addField(grid, 0, 2, tr("The file holds"), m_as);
    addField(grid, 2, 1, tr("Letters (encoding)"), m_encoding);
    m_ofTies = {addField(grid, 3, 1, tr("Direction"), m_direction), addField(grid, 4, 2, tr("Depth"), m_depth)};
    rows->addLayout(grid);
    rows->addWidget(m_columns);
    // Columns belong to what the file was taken for.
    connect(m_as, &QComboBox::activated, m_columns, &ColumnChoice::forget);
    for (QComboBox* field : {m_as, m_direction, m_depth, m_encoding})
        connect(field, &QComboBox::activated, this, &ImportPlace::choose);
    connect(m_columns, &ColumnChoice::changed, this, &ImportPlace::choose);
    return box;
}

void ImportPlace::choose()
{
    m_chosen = true;
    prepare();
}

void ImportPlace::leave()
{
    m_job.cancel();
    m_progress->finish();
    Q_EMIT finished();
}

QWidget* ImportPlace::buildDoubt()
{
    auto* card = new Card;
    m_doubt = card;
    m_doubt->hide();
    m_doubtText = new TextLabel({}, TextStyle::base, ColorRole::text, TextLabel::Lines::many);
    m_same = new Button(tr("The same person"));
    m_same->setObjectName(QStringLiteral("importSame"));
    auto* someoneNew = new Button(tr("Someone new"));
    someoneNew->setObjectName(QStringLiteral("importNew"));
    auto* leaveOut = new Button(tr("Leave out"), Button::Kind::quiet);
    leaveOut->setObjectName(QStringLiteral("importLeaveOut"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_doubtText, 1);
    for (Button* button : {m_same, someoneNew, leaveOut})
        row->addWidget(button);
    card->body()->addLayout(row);
    connect(m_same, &Button::clicked, this, [this] {
        if (m_table->currentIndex().isValid())
            decide(m_rows->row(m_table->currentIndex().row()).like, false);
    });
    connect(someoneNew, &Button::clicked, this, [this] { decide(std::nullopt, true); });
    connect(leaveOut, &Button::clicked, this, [this] { decide(std::nullopt, false); });
    return card;
}

QWidget* ImportPlace::buildDone()
{
    auto* page = new QWidget;
    m_doneText = new TextLabel({}, TextStyle::sentence, ColorRole::muted, TextLabel::Lines::many);
    m_doneText->setObjectName(QStringLiteral("importDone"));
    m_doneText->setAlignment(Qt::AlignHCenter);
    m_doneText->setFixedWidth(kDoneWidth);
    m_seeMap = new Button(tr("See the map"), Button::Kind::primary);
    m_seeMap->setObjectName(QStringLiteral("importSeeMap"));
    auto* members = new Button(tr("See the members"));
    members->setObjectName(QStringLiteral("importSeeMembers"));
    auto* more = new Button(tr("Bring another list"));
    more->setObjectName(QStringLiteral("importMore"));
    m_saveLeftOut = new Button(tr("Save what was left out…"), Button::Kind::link);
    m_saveLeftOut->setObjectName(QStringLiteral("importSaveLeftOut"));
    auto* row = new QHBoxLayout;
    row->setSpacing(space::k8);
    row->addStretch();
    for (Button* button : {m_seeMap, members, more})
        row->addWidget(button);
    row->addStretch();
    auto* column = new QVBoxLayout(page);
    column->setSpacing(space::k16);
    column->addStretch(2);
    column->addWidget(new TextLabel(tr("The list is stored"), TextStyle::page), 0, Qt::AlignHCenter);
    column->addWidget(m_doneText, 0, Qt::AlignHCenter);
    column->addLayout(row);
    column->addWidget(m_saveLeftOut, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_seeMap, &Button::clicked, this, [this] { Q_EMIT placeRequested(PlaceId::map); });
    connect(members, &Button::clicked, this, [this] { Q_EMIT placeRequested(PlaceId::members); });
    connect(more, &Button::clicked, this, [this] { start({}); });
    connect(m_saveLeftOut, &Button::clicked, this, &ImportPlace::saveLeftOut);
    return page;
}

void ImportPlace::presentQuestions()
{
    const auto& sources = *m_sources;
    m_table->setColumnHidden(ImportRowsModel::kSays, !m_rows->saysAnything());
    using exchange::ReadAs;
    // What people are has neither direction nor depth.
    const bool anyTies = std::any_of(sources.begin(), sources.end(),
                                     [](const auto& one) { return one.network.kind != ReadAs::members; });
    for (QWidget* field : m_ofTies)
        field->setVisible(anyTies);
    m_table->setColumnWidth(ImportRowsModel::kText, !m_rows->saysAnything() ? kNamesWidth
                                                    : anyTies               ? kNamesNarrow
                                                                            : kNameWidth);
    if (const auto& network = sources.front().network; sources.size() == 1)
        m_columns->offer(network.facts.delimiter == '\0' ? ReadAs::detect : network.kind, network.facts);
    else
        m_columns->offerForSeveral(std::any_of(sources.begin(), sources.end(),
                                               [](const auto& one) { return one.network.kind == ReadAs::members; }));
}

} // namespace weavemap::ui
