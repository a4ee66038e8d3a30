// SPDX-License-Identifier: GPL-3.0-or-later
// Every shared control on one page, in both themes and at two sizes. With WEAVEMAP_GALLERY=folder the pictures are
// written there, to be looked at.
#include <memory>

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QGridLayout>
#include <QHeaderView>
#include <QImage>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QPdfWriter>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QRadioButton>
#include <QScrollBar>
#include <QSlider>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "ui/base/Icons.h"
#include "ui/base/ScriptedDialogs.h"
#include "ui/base/ThemeController.h"
#include "ui/chartkit/ChartPainter.h"
#include "ui/chartkit/ChartWidget.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FilterChip.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/SectionHeader.h"
#include "ui/widgets/SegmentedSwitch.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/ThinProgress.h"

using namespace weavemap::ui;

namespace {

QWidget* row(std::initializer_list<QWidget*> widgets)
{
    auto* const holder = new QWidget;
    auto* const line = new QHBoxLayout(holder);
    line->setContentsMargins(0, 0, 0, 0);
    for (QWidget* const widget : widgets)
        line->addWidget(widget);
    line->addStretch(1);
    return holder;
}

ChartSpec callsPerMonth()
{
    ChartSpec spec;
    spec.title = QStringLiteral("September was the busiest month of calls");
    spec.subtitle = QStringLiteral("214 conversations in 12 months reached 96 members");
    const QStringList months{QStringLiteral("Nov"), QStringLiteral("Dec"), QStringLiteral("Jan"),
                             QStringLiteral("Feb"), QStringLiteral("Mar"), QStringLiteral("Apr"),
                             QStringLiteral("May"), QStringLiteral("Jun"), QStringLiteral("Jul"),
                             QStringLiteral("Aug"), QStringLiteral("Sep"), QStringLiteral("Oct")};
    const double values[]{14, 9, 16, 19, 22, 15, 24, 20, 6, 17, 31, 21};
    for (int i = 0; i < 12; ++i)
        spec.bars.push_back({months[i], values[i], BarMark::plain, {}, false});
    spec.bars[8].note = QStringLiteral("holidays");
    spec.bars[10].note = QStringLiteral("31");
    spec.bars[10].noteIsFigure = true;
    spec.bars[11].mark = BarMark::unfinished;
    spec.remark = QStringLiteral("October so far");
    spec.xName = QStringLiteral("Month");
    spec.yName = QStringLiteral("Calls");
    return spec;
}

ChartSpec tiesPerMember()
{
    ChartSpec spec;
    spec.title = QStringLiteral("Most have a few ties, nine have none we know of");
    spec.subtitle = QStringLiteral("Members by how many people they are in touch with");
    const double values[]{9, 22, 14, 20, 10, 22, 8, 11, 7, 6, 1, 2, 3, 2, 2, 2, 0, 1};
    for (int i = 0; i < 18; ++i)
        spec.bars.push_back({QString::number(i), values[i], BarMark::plain, {}, false});
    spec.bars[0].mark = BarMark::exception;
    spec.bars[0].note = QStringLiteral("9");
    spec.bars[0].noteIsFigure = true;
    spec.mark = ChartMark{4, QStringLiteral("half have 4 or fewer")};
    spec.xCaption = QStringLiteral("people in touch with");
    return spec;
}

ChartSpec goBetweens()
{
    ChartSpec spec;
    spec.kind = ChartKind::scatter;
    spec.subject = ChartSubject::peopleNamesOnScreenOnly;
    spec.title = QStringLiteral("Five people carry news between regions");
    spec.subtitle = QStringLiteral("Each disc is a member; hollow, not heard from in a year");
    spec.yCaption = QStringLiteral("often between others");
    spec.xCaption = QStringLiteral("people in touch with");
    spec.decimals = 2;
    for (int i = 0; i < 60; ++i) {
        const double x = i % 12;
        spec.points.push_back({x, 0.002 * x * (i % 7), QStringLiteral("Somebody"), i % 5, i % 4 != 0, false});
    }
    spec.points.push_back({14, 0.35, QStringLiteral("Hannah Lindqvist"), 3, true, true});
    spec.points.push_back({17, 0.23, QStringLiteral("Marisol Vega"), 0, true, true});
    spec.points.push_back({9, 0.21, QStringLiteral("Jun Takeda"), 4, true, true});
    spec.points.push_back({15, 0.2, QStringLiteral("Adaeze Obi"), 2, true, true});
    return spec;
}

ChartSpec overTime()
{
    ChartSpec spec;
    spec.kind = ChartKind::lines;
    spec.title = QStringLiteral("More members know each other than in June");
    spec.subtitle = QStringLiteral("Ties per member, exchange and deeper");
    spec.decimals = 1;
    for (int i = 0; i < 12; ++i)
        spec.xLabels << QStringLiteral("%1/26").arg(i + 1);
    ChartLine line;
    for (int i = 0; i < 12; ++i)
        line.values.push_back(i == 3 ? std::optional<double>() : 3.8 + 0.08 * i + 0.1 * (i % 3));
    spec.lines.push_back(line);
    return spec;
}

QWidget* controls(Dialogs& dialogs)
{
    auto* const page = new QWidget;
    page->setObjectName(QStringLiteral("page"));
    auto* const grid = new QGridLayout(page);
    grid->setContentsMargins(28, 24, 28, 24);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(16);

    auto* const left = new QVBoxLayout;
    left->setSpacing(8);
    auto* const bar = new QMenuBar;
    for (const char* const name : {"&File", "&Edit", "&View", "&Help"})
        bar->addMenu(QString::fromLatin1(name));
    auto* const search = new SearchField(QStringLiteral("Find people, calls, needs, topics"));
    search->setObjectName(QStringLiteral("search"));
    search->setKeyHint(QStringLiteral("Ctrl K"));
    search->setMinimumWidth(320);
    left->addWidget(row({bar, search}));
    auto* const header =
        new SectionHeader(QStringLiteral("Thursday 15 October"),
                          QStringLiteral("Three promises are due, seven people to call."), SectionHeader::Level::page);
    auto* const points = new Button(QStringLiteral("Points and reasons"));
    points->setObjectName(QStringLiteral("points"));
    points->setIconName(QStringLiteral("settings"));
    header->addAtEnd(points);
    left->addWidget(header);

    auto* const store = new Button(QStringLiteral("Store this call"), Button::Kind::primary);
    store->setKeyText(QStringLiteral("Ctrl Enter"));
    store->setObjectName(QStringLiteral("store"));
    auto* const call = new Button(QStringLiteral("Log a call"), Button::Kind::primary);
    call->setIconName(QStringLiteral("call"));
    auto* const keep = new Button(QStringLiteral("Close, keep draft"));
    auto* const later = new Button(QStringLiteral("Later"));
    later->setHeight(Button::Height::small);
    later->setKeyText(QStringLiteral("S"));
    auto* const notNow = new Button(QStringLiteral("Not now"), Button::Kind::quiet);
    auto* const filter = new Button(QStringLiteral("Filter"), Button::Kind::link);
    filter->setIconName(QStringLiteral("plus"));
    auto* const erase = new Button(QStringLiteral("Erase for good"), Button::Kind::danger);
    auto* const off = new Button(QStringLiteral("Undo"));
    off->setEnabled(false);
    left->addWidget(row({store, call, keep, later, notNow, filter}));
    left->addWidget(row({erase, off, new LinkLabel(QStringLiteral("Show them"))}));

    auto* const circle = new Chip(QStringLiteral("Circle of Priya Nair"));
    circle->setAfter(QStringLiteral("2 steps"));
    circle->setIconName(QStringLiteral("circle-of"));
    circle->setCheckable(true);
    circle->setChecked(true);
    circle->setEnd(Chip::End::close);
    left->addWidget(
        row({circle, new FilterChip(QStringLiteral("Ties"), QStringLiteral("exchange and deeper"), Chip::End::chevron),
             new FilterChip(QStringLiteral("Members"), QStringLiteral("active"), Chip::End::close)}));
    left->addWidget(
        row({new Pill({QStringLiteral("Promise due today"), QStringLiteral("+5"), {}, Tone::danger}),
             new Pill({QStringLiteral("One of few links into Lakes"), QStringLiteral("+4"), {}, Tone::neutral}),
             new Pill({QStringLiteral("Lakes: 3 of 18 heard from"), QStringLiteral("+3"), {}, Tone::warning})}));
    left->addWidget(row({new Pill({QStringLiteral("Introduction unanswered"), QStringLiteral("+2"), {}, Tone::accent}),
                         new Pill({QStringLiteral("Story-hour notes"), {}, QStringLiteral("offer"), Tone::good})}));
    auto* const avatars = new QHBoxLayout;
    const QString names[]{QStringLiteral("Jun Takeda"), QStringLiteral("Isaac Costa"), QStringLiteral("Elif Levin"),
                          QStringLiteral("Ada Costa"),  QStringLiteral("Ana Ruiz"),    QStringLiteral("Priya Nair")};
    const int groups[]{4, 4, 0, 1, 2, 3};
    for (int i = 0; i < 6; ++i) {
        auto* const avatar = new Avatar;
        avatar->setPerson(names[i], groups[i], i % 2 ? Heard::no : Heard::yes);
        avatar->setDiameter(i == 0 ? 44 : 36);
        avatars->addWidget(avatar);
    }
    avatars->addStretch(1);
    left->addLayout(avatars);
    auto* const steps =
        new SegmentedSwitch({QStringLiteral("1 step"), QStringLiteral("2 steps"), QStringLiteral("3 steps")});
    steps->setCurrent(1);
    steps->setMinimumWidth(240);
    auto* const undo = new IconButton(QStringLiteral("undo"), QStringLiteral("Undo"));
    auto* const redo = new IconButton(QStringLiteral("redo"), QStringLiteral("Redo"));
    redo->setEnabled(false);
    auto* const select = new IconButton(QStringLiteral("select"), QStringLiteral("Select"));
    select->setCheckable(true);
    select->setChecked(true);
    auto* const more = new IconButton(QStringLiteral("more"), QStringLiteral("More"));
    more->setEdge(IconButton::Edge::line);
    left->addWidget(row({steps, undo, redo, select, more}));
    auto* const combo = new QComboBox;
    combo->addItems({QStringLiteral("Phone"), QStringLiteral("Video")});
    auto* const check = new QCheckBox(QStringLiteral("Reached"));
    check->setChecked(true);
    auto* const unchecked = new QCheckBox(QStringLiteral("Left out"));
    auto* const radio = new QRadioButton(QStringLiteral("Initials"));
    radio->setChecked(true);
    auto* const spin = new QSpinBox;
    spin->setValue(14);
    auto* const plain = new QPushButton(QStringLiteral("Plain button"));
    left->addWidget(row({combo, check, unchecked, radio, new QRadioButton(QStringLiteral("Full")), spin, plain}));
    auto* const slider = new QSlider(Qt::Horizontal);
    slider->setValue(70);
    slider->setMinimumWidth(200);
    auto* const field = new QLineEdit(QStringLiteral("ana.ruiz@weir.example"));
    field->setMinimumWidth(200);
    auto* const progress = new QProgressBar;
    progress->setValue(40);
    left->addWidget(row({slider, field, progress}));
    auto* const note = new QPlainTextEdit(QStringLiteral("Jun started a Saturday reading club."));
    note->setMaximumHeight(60);
    left->addWidget(note);
    auto* const thin = new ThinProgress;
    left->addWidget(thin);
    auto* const emptyCard = new Card;
    auto* const empty =
        new EmptyState(QStringLiteral("members"), QStringLiteral("Nobody matches \u201Cxyz\u201D"),
                       QStringLiteral("142 people are still in the file."), QStringLiteral("Clear the filter"));
    empty->setMinimumHeight(200);
    emptyCard->body()->addWidget(empty);
    left->addWidget(emptyCard);
    left->addStretch(1);
    grid->addLayout(left, 0, 0, 3, 1);

    const ChartSpec specs[]{callsPerMonth(), tiesPerMember(), goBetweens(), overTime()};
    for (int i = 0; i < 4; ++i) {
        auto* const card = new Card;
        auto* const chart = new ChartWidget(dialogs);
        chart->setSpec(specs[i]);
        card->body()->addWidget(chart);
        grid->addWidget(card, i / 2, 1 + i % 2);
    }
    auto* const tableCard = new Card(Card::Kind::plain, Card::Padding::none);
    auto* const table = new QTableView;
    auto* const model = new QStandardItemModel(8, 4, table);
    model->setHorizontalHeaderLabels(
        {QStringLiteral("Name"), QStringLiteral("Region"), QStringLiteral("Role"), QStringLiteral("Last heard")});
    for (int r = 0; r < 8; ++r)
        for (int c = 0; c < 4; ++c)
            model->setItem(r, c, new QStandardItem(c ? QStringLiteral("Coast") : names[r % 6]));
    table->setModel(model);
    table->setSortingEnabled(true);
    table->setFrameShape(QFrame::NoFrame);
    table->verticalHeader()->hide();
    table->setMaximumHeight(220);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->selectRow(2);
    tableCard->body()->addWidget(table);
    grid->addWidget(tableCard, 2, 1, 1, 2);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    return page;
}

QImage grab(QWidget& widget, double ratio)
{
    QImage image((QSizeF(widget.size()) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    widget.render(&image);
    return image;
}

QMenu* menu(QWidget* parent)
{
    auto* const result = new QMenu(parent);
    result->addAction(icon(QStringLiteral("call"), ColorRole::text), QStringLiteral("&Log a call"))
        ->setShortcut(QKeySequence(QStringLiteral("Ctrl+L")));
    QAction* const names = result->addAction(QStringLiteral("Show &names"));
    names->setCheckable(true);
    names->setChecked(true);
    result->addSeparator();
    result->addMenu(QStringLiteral("Colour by"))->addAction(QStringLiteral("Role"));
    result->addAction(QStringLiteral("Redo"))->setEnabled(false);
    return result;
}

} // namespace

class WidgetGallery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyThemeAndSize_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<double>("ratio");
        QTest::newRow("light") << static_cast<int>(ThemeChoice::light) << 1.0;
        QTest::newRow("light-2x") << static_cast<int>(ThemeChoice::light) << 2.0;
        QTest::newRow("dark") << static_cast<int>(ThemeChoice::dark) << 1.0;
        QTest::newRow("dark-2x") << static_cast<int>(ThemeChoice::dark) << 2.0;
    }

    /// Draws the page and checks what a picture can be checked for: the ground is the theme's, and there are many
    /// colours.
    void everyThemeAndSize()
    {
        QFETCH(const int, choice);
        QFETCH(const double, ratio);
        ThemeController controller(*qApp, static_cast<ThemeChoice>(choice));
        ScriptedDialogs dialogs;
        const std::unique_ptr<QWidget> page(controls(dialogs));
        page->resize(1720, 1400);
        page->show();
        QVERIFY(QTest::qWaitForWindowExposed(page.get()));
        if (auto* const store = page->findChild<QWidget*>(QStringLiteral("store")))
            store->setFocus(Qt::TabFocusReason);
        const QImage image = grab(*page, ratio);
        QCOMPARE(QColor(image.pixel(3, 3)), currentTheme().color(ColorRole::window));
        QVERIFY(image.convertToFormat(QImage::Format_Indexed8).colorCount() > 100);
        const QString folder = qEnvironmentVariable("WEAVEMAP_GALLERY");
        if (!folder.isEmpty())
            QVERIFY(image.save(
                QDir(folder).filePath(QStringLiteral("widgets-%1.png").arg(QLatin1String(QTest::currentDataTag())))));
    }

    void menus_areLaidOut()
    {
        for (const ThemeChoice choice : {ThemeChoice::light, ThemeChoice::dark}) {
            ThemeController controller(*qApp, choice);
            QWidget window;
            QMenu* const shown = menu(&window);
            shown->popup(QPoint(20, 20));
            shown->setActiveAction(shown->actions().front());
            const QImage image = grab(*shown, 2.0);
            QVERIFY(image.width() > 300 && image.pixelColor(image.width() / 2, 4).isValid());
            QCOMPARE(image.pixelColor(image.width() - 10, image.height() / 2), currentTheme().color(ColorRole::raised));
            const QString folder = qEnvironmentVariable("WEAVEMAP_GALLERY");
            if (!folder.isEmpty())
                QVERIFY(image.save(QDir(folder).filePath(currentTheme().isDark() ? QStringLiteral("menu-dark.png")
                                                                                 : QStringLiteral("menu-light.png"))));
        }
    }

    /// A chart on a page is text and lines, without a picture.
    void chartPage_isWritten()
    {
        ThemeController controller(*qApp, ThemeChoice::dark);
        QTemporaryDir own;
        const QString folder = qEnvironmentVariable("WEAVEMAP_GALLERY", own.path());
        const QString path = QDir(folder).filePath(QStringLiteral("chart.pdf"));
        QPdfWriter writer(path);
        writer.setResolution(96);
        QPainter painter(&writer);
        paintChart(&painter, QRectF(20, 20, 500, 320), callsPerMonth(), Theme::print());
        paintChart(&painter, QRectF(20, 400, 500, 320), goBetweens(), Theme::print());
        painter.end();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("/Font") && !bytes.contains("/Subtype /Image"));
    }
};

QTEST_MAIN(WidgetGallery)
#include "tst_widget_gallery.moc"
