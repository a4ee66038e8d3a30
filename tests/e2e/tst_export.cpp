// SPDX-License-Identifier: GPL-3.0-or-later
// A map leaves as PDF: its text is text, its fonts are in it, names are as chosen.
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

#include "WindowBox.h"
#include "ui/base/Convert.h"
#include "ui/shell/Places.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::WindowBox;

namespace {

QString outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() && process.exitCode() == 0 ? QString::fromUtf8(process.readAllStandardOutput())
                                                                : QString();
}

/// Opens the sample's map and its export dialog by key.
void openDialog(WindowBox& box)
{
    box.open(box.sample());
    box.press(Qt::Key_3, Qt::ControlModifier);
    if (!box.settle())
        qFatal("the map did not come");
    box.press(Qt::Key_P, Qt::ControlModifier);
    if (!uitest::waitUntil([&] { return box.visible("mapExportDialog") != nullptr; }) || !box.settle())
        qFatal("the export dialog did not come");
}

void choose(QComboBox* combo, const QString& data)
{
    combo->setFocus();
    while (combo->currentIndex() > 0)
        QTest::keyClick(combo, Qt::Key_Up);
    while (combo->currentData().toString() != data && combo->currentIndex() + 1 < combo->count())
        QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(combo->currentData().toString(), data);
}

void save(WindowBox& box, const QString& to)
{
    box.dialogs().willChooseFiles({to});
    box.click("exportSave");
}

} // namespace

class ExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty(),
                 "poppler-utils is missing: ./dev deps test installs it.");
    }
    void pdf_textAndFontsCanBeReadBack();
    void pdf_namesAreInitialsUnlessChosen();
    void svgAndPng_areWritten();
};

void ExportTest::pdf_textAndFontsCanBeReadBack()
{
    WindowBox box;
    openDialog(box);
    choose(box.shown<QComboBox>("exportNames"), QStringLiteral("full"));
    const QString pdf = box.path(QStringLiteral("map.pdf"));
    save(box, pdf);
    QVERIFY(uitest::waitUntil([&] { return box.visible("mapExportDialog") == nullptr; }));
    QVERIFY2(box.banner().contains(QStringLiteral("map.pdf")), qPrintable(box.banner()));
    const QString text = outputOf(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), pdf, QStringLiteral("-")});
    QVERIFY(text.contains(box.window().session().networkName()));
    QVERIFY(text.contains(QStringLiteral("142")));
    QVERIFY(text.contains(QStringLiteral("15 October 2026")));
    int full = 0;
    for (int row = 0; row < box.window().people().rowCount(); ++row)
        full += text.contains(toQString(box.window().people().row(row).person.name)) ? 1 : 0;
    QVERIFY2(full > 10, qPrintable(QString::number(full)));
    const QStringList fonts =
        outputOf(QStringLiteral("pdffonts"), {pdf}).split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(2);
    QVERIFY(!fonts.isEmpty());
    for (const QString& font : fonts) {
        QVERIFY2(font.contains(QStringLiteral("NotoSans")), qPrintable(font));
        // The columns: embedded, subset, with a table back to text.
        static const QRegularExpression kEmbedded(QStringLiteral("\\syes\\s+(yes|no)\\s+yes\\s"));
        QVERIFY2(kEmbedded.match(font).hasMatch(), qPrintable(font));
    }
}

void ExportTest::pdf_namesAreInitialsUnlessChosen()
{
    WindowBox box;
    openDialog(box);
    QCOMPARE(box.shown<QComboBox>("exportNames")->currentData().toString(), QStringLiteral("initials"));
    const QString pdf = box.path(QStringLiteral("map.pdf"));
    save(box, pdf);
    QVERIFY(uitest::waitUntil([&] { return QFileInfo::exists(pdf) && box.visible("mapExportDialog") == nullptr; }));
    const QString text = outputOf(QStringLiteral("pdftotext"), {pdf, QStringLiteral("-")});
    QVERIFY(text.size() > 200);
    for (int row = 0; row < box.window().people().rowCount(); ++row) {
        const QString name = toQString(box.window().people().row(row).person.name);
        QVERIFY2(!text.contains(name), qPrintable(name));
    }
    const QString info = outputOf(QStringLiteral("pdfinfo"), {pdf});
    QVERIFY2(info.contains(QStringLiteral("841")) || info.contains(QStringLiteral("842")), qPrintable(info));
}

void ExportTest::svgAndPng_areWritten()
{
    for (const QString& format : {QStringLiteral("svg"), QStringLiteral("png")}) {
        WindowBox box;
        openDialog(box);
        choose(box.shown<QComboBox>("exportFormat"), format);
        const QString to = box.path(QStringLiteral("map.") + format);
        save(box, to);
        QVERIFY(uitest::waitUntil([&] { return box.visible("mapExportDialog") == nullptr; }));
        QVERIFY(QFileInfo(to).size() > 20000);
        QFile file(to);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray start = file.read(200);
        QVERIFY(format == QLatin1String("svg") ? start.contains("<svg") || start.contains("<?xml")
                                               : start.startsWith("\x89PNG"));
    }
}

QTEST_MAIN(ExportTest)
#include "tst_export.moc"
