// SPDX-License-Identifier: GPL-3.0-or-later
// No text of any screen is cut, covers another, or is shortened to nothing, where people, schools and regions have
// names of thirty letters. Run at 100, 125, 150 and 200 %.
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QScrollArea>
#include <QTest>
#include <QVBoxLayout>

#include "DrawnTexts.h"
#include "Scenes.h"
#include "TextFit.h"
#include "core/store/People.h"
#include "core/store/Workspace.h"
#include "ui/base/Convert.h"
#include "ui/widgets/TextLabel.h"

using namespace weavemap;

namespace {

constexpr qsizetype kLetters = 30;

void lengthen(std::string& name, const char* by)
{
    if (!name.empty())
        name = ui::toUtf8((ui::toQString(name) + QString::fromLatin1(by)).left(kLetters));
}

Result<> lengthenAll(store::Records& records)
{
    WEAVEMAP_ASSIGN(std::vector<Organization> schools, records.people.organizations());
    for (Organization& school : schools) {
        lengthen(school.name, " for the Children of the Valley");
        WEAVEMAP_TRY(records.people.update(school));
    }
    WEAVEMAP_ASSIGN(std::vector<Person> people, records.people.all());
    for (Person& person : people) {
        lengthen(person.name, "-Featherstonehaugh-Marjoribanks");
        lengthen(person.region, " and the Islands that belong to it");
        WEAVEMAP_TRY(records.people.update(person));
    }
    return {};
}

/// The sample with long names everywhere.
QString fileWithLongNames(const uitest::Stage& stage)
{
    const QString path = stage.sample(QStringLiteral("long names.weavemap"));
    store::OpenOptions options;
    options.clock = &stage.clock();
    options.backup = store::OpenOptions::Backup::none;
    const auto workspace = store::Workspace::open(ui::toPath(path), options);
    if (!workspace || !(*workspace)->change("Long names", lengthenAll))
        qFatal("the names could not be made longer");
    return path;
}

/// A widget that draws each text at its place.
class Canvas : public QWidget
{
public:
    QList<std::pair<QPointF, QString>> texts;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        for (const auto& [at, text] : texts)
            painter.drawText(at, text);
    }
};

} // namespace

class TextsFitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void look_seesWhatIsCut();
    void look_letsThroughWhatFitsScrollsOrIsShortened();
    void look_seesTextsOverEachOther();
    void everyScreen_data();
    void everyScreen();
};

void TextsFitTest::look_seesWhatIsCut()
{
    const uitest::Stage stage;
    QWidget window;
    window.resize(300, 200);
    auto* wide = new QLabel(QStringLiteral("More words than there is room for"), &window);
    wide->setGeometry(10, 10, 60, 20);
    auto* low = new QLabel(QStringLiteral("One line\nand another"), &window);
    low->setGeometry(10, 40, 200, 20);
    auto* frame = new QWidget(&window);
    frame->setGeometry(10, 80, 50, 30);
    auto* beyond = new QLabel(QStringLiteral("Out of its frame"), frame);
    beyond->setGeometry(0, 0, 200, 30);
    auto* nothingLeft = new ui::TextLabel(QStringLiteral("Shortened to nothing"), ui::TextStyle::base,
                                          ui::ColorRole::text, ui::TextLabel::Lines::elided, &window);
    nothingLeft->setGeometry(10, 120, 18, 20);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const QString found = gallery::textsThatDoNotFit(window).join(QLatin1Char('\n'));
    for (const char* words : {"More words", "and another", "Out of its frame", "nothing is left"})
        QVERIFY2(found.contains(QString::fromLatin1(words)), qPrintable(found));
}

void TextsFitTest::look_letsThroughWhatFitsScrollsOrIsShortened()
{
    const uitest::Stage stage;
    QWidget window;
    window.resize(400, 300);
    auto* column = new QVBoxLayout(&window);
    column->addWidget(new QLabel(QStringLiteral("It fits\nin two lines")));
    auto* shortened = new ui::TextLabel(
        QStringLiteral("A sentence that is much longer than the window it stands in, so that it has to be shortened"),
        ui::TextStyle::base, ui::ColorRole::text, ui::TextLabel::Lines::elided);
    column->addWidget(shortened);
    auto* list = new QListWidget;
    for (int i = 0; i < 40; ++i)
        list->addItem(QStringLiteral("Row %1 with a text of its own").arg(i));
    column->addWidget(list);
    auto* area = new QScrollArea;
    area->setWidget(new QLabel(QStringLiteral("High\n\n\n\n\n\n\n\n\n\n\n\n\n\nand cut only by scrolling")));
    column->addWidget(area);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(gallery::textsThatDoNotFit(window), QStringList());
    const auto rows = gallery::drawnTexts(*list->viewport());
    QVERIFY(rows.size() >= 2);
    QCOMPARE(rows[1].text, QStringLiteral("Row 1 with a text of its own"));
    QVERIFY(gallery::drawnTexts(*shortened).front().text.endsWith(QChar(0x2026)));
}

void TextsFitTest::look_seesTextsOverEachOther()
{
    const uitest::Stage stage;
    Canvas canvas;
    canvas.resize(300, 100);
    canvas.texts = {{{20, 40}, QStringLiteral("Mountains")}, {{20, 80}, QStringLiteral("Rivers")}};
    canvas.show();
    QVERIFY(QTest::qWaitForWindowExposed(&canvas));
    QCOMPARE(gallery::textsThatDoNotFit(canvas), QStringList());
    canvas.texts.append({{40, 44}, QStringLiteral("Islands")});
    const QStringList found = gallery::textsThatDoNotFit(canvas);
    QCOMPARE(found.size(), 1);
    QVERIFY2(found.front().contains(QStringLiteral("Mountains")) && found.front().contains(QStringLiteral("Islands")),
             qPrintable(found.front()));
}

void TextsFitTest::everyScreen_data()
{
    QTest::addColumn<QSize>("size");
    for (const QSize size : {QSize(1440, 900), QSize(1280, 800), QSize(1024, 680)})
        QTest::addRow("%dx%d", size.width(), size.height()) << size;
}

void TextsFitTest::everyScreen()
{
    QFETCH(QSize, size);
    uitest::WindowBox box;
    int scenes = 0;
    std::size_t texts = 0; // that the look has really looked at
    QStringList wrong;
    gallery::walk(box, size, fileWithLongNames(box), [&](const QString& name, QWidget& scene) {
        ++scenes;
        for (const QWidget* widget : scene.findChildren<QWidget*>())
            texts += widget->isVisibleTo(&scene) ? gallery::drawnTexts(const_cast<QWidget&>(*widget)).size() : 0;
        for (const QString& line : gallery::textsThatDoNotFit(scene))
            wrong << name + QStringLiteral(": ") + line;
    });
    QVERIFY(scenes >= 20);
    QVERIFY2(texts > 1000, qPrintable(QString::number(texts)));
    QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1Char('\n') + wrong.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TextsFitTest)
#include "tst_texts_fit.moc"
