// SPDX-License-Identifier: GPL-3.0-or-later
// What is installed beside the programs says the same as the programs.
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>
#include <QXmlStreamReader>

#include "core/store/Schema.h"

namespace {

QString packaged(const QString& name)
{
    QFile file(QStringLiteral(WEAVEMAP_SOURCE_DIR "/packaging/") + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString terminalSays(const QStringList& arguments)
{
    QProcess program;
    program.setProcessChannelMode(QProcess::MergedChannels);
    program.start(QStringLiteral(WEAVEMAP_BIN_DIR "/weavemap-cli"), arguments);
    return program.waitForFinished() ? QString::fromUtf8(program.readAll()) : QString();
}

// The value of KEY in an entry of the form KEY=VALUE.
QString entry(const QString& text, const QString& key)
{
    const QRegularExpression line(QStringLiteral("^%1=(.*)$").arg(key), QRegularExpression::MultilineOption);
    return line.match(text).captured(1);
}

const QString kAppId = QStringLiteral("org.weavemap.Weavemap");

} // namespace

class TestPackaging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileType_isKnownByTheApplicationIdOfTheStore();
    void desktopEntry_opensTheFileTypeWithTheIconThatIsInstalled();
    void catalogue_namesTheEntryAndTheVersion();
    void manual_namesEveryCommandAndOption();
    void checkers_acceptTheFiles_data();
    void checkers_acceptTheFiles();
};

void TestPackaging::fileType_isKnownByTheApplicationIdOfTheStore()
{
    QXmlStreamReader xml(packaged(kAppId + QStringLiteral(".xml")));
    QString type, idAt68, glob;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QStringLiteral("mime-type"))
            type = xml.attributes().value(QStringLiteral("type")).toString();
        if (xml.name() == QStringLiteral("match") &&
            xml.attributes().value(QStringLiteral("offset")) == QStringLiteral("68"))
            idAt68 = xml.attributes().value(QStringLiteral("value")).toString();
        if (xml.name() == QStringLiteral("glob"))
            glob = xml.attributes().value(QStringLiteral("pattern")).toString();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(idAt68.toLower(), QStringLiteral("0x%1").arg(weavemap::store::kApplicationId, 8, 16, QLatin1Char('0')));
    QCOMPARE(glob, QStringLiteral("*.weavemap"));
    QCOMPARE(entry(packaged(kAppId + QStringLiteral(".desktop")), QStringLiteral("MimeType")), type + QLatin1Char(';'));
}

void TestPackaging::desktopEntry_opensTheFileTypeWithTheIconThatIsInstalled()
{
    const QString desktop = packaged(kAppId + QStringLiteral(".desktop"));
    QCOMPARE(entry(desktop, QStringLiteral("Exec")), QStringLiteral("weavemap %f"));
    const QString icon = packaged(QStringLiteral("icons/%1.svg").arg(entry(desktop, QStringLiteral("Icon"))));
    QXmlStreamReader xml(icon);
    QVERIFY(xml.readNextStartElement());
    QCOMPARE(xml.name(), QStringLiteral("svg"));
    while (!xml.atEnd())
        xml.readNext();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
}

void TestPackaging::catalogue_namesTheEntryAndTheVersion()
{
    const QString text = packaged(kAppId + QStringLiteral(".metainfo.xml.in"));
    QVERIFY(text.contains(QStringLiteral("<launchable type=\"desktop-id\">%1.desktop<").arg(kAppId)));
    QVERIFY(text.contains(QStringLiteral("version=\"@PROJECT_VERSION@\"")));
    const QString desktop = packaged(kAppId + QStringLiteral(".desktop"));
    QVERIFY(text.contains(QStringLiteral("<summary>%1</summary>").arg(entry(desktop, QStringLiteral("Comment")))));
}

void TestPackaging::manual_namesEveryCommandAndOption()
{
    // In a manual page a hyphen to be typed is written \-.
    const QString manual =
        packaged(QStringLiteral("man/weavemap-cli.1.in")).replace(QStringLiteral("\\-"), QStringLiteral("-"));
    const QRegularExpression row(QStringLiteral("^  ([a-z]+) "), QRegularExpression::MultilineOption);
    const QRegularExpression option(QStringLiteral("--[a-z-]+"));
    int commands = 0;
    const QString overview = terminalSays({QStringLiteral("help")});
    for (auto rows = row.globalMatch(overview); rows.hasNext(); ++commands) {
        const QString command = rows.next().captured(1);
        const qsizetype start = manual.indexOf(QStringLiteral(".TP\n\\fB%1\\fR").arg(command));
        QVERIFY2(start >= 0, qPrintable(command));
        const QString section = manual.mid(start, manual.indexOf(QStringLiteral("\n.TP"), start + 1) - start);
        const QString usage = terminalSays({command, QStringLiteral("--help")});
        for (auto options = option.globalMatch(usage); options.hasNext();) {
            const QString word = options.next().captured();
            QVERIFY2(section.contains(word), qPrintable(command + QLatin1Char(' ') + word));
        }
    }
    QVERIFY(commands >= 14);
}

void TestPackaging::checkers_acceptTheFiles_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    const QString source = QStringLiteral(WEAVEMAP_SOURCE_DIR "/packaging/");
    const QString built = QStringLiteral(WEAVEMAP_PACKAGING_DIR "/");
    QTest::newRow("desktop entry") << QStringLiteral("desktop-file-validate")
                                   << QStringList{source + kAppId + QStringLiteral(".desktop")};
    if (WEAVEMAP_HAS_WINDOW)
        QTest::newRow("catalogue") << QStringLiteral("appstreamcli")
                                   << QStringList{QStringLiteral("validate"), QStringLiteral("--no-net"),
                                                  built + kAppId + QStringLiteral(".metainfo.xml")};
}

void TestPackaging::checkers_acceptTheFiles()
{
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    // Both come with `./dev deps test`.
    QVERIFY2(!QStandardPaths::findExecutable(program).isEmpty(), "the checker is not installed");
    QProcess checker;
    checker.setProcessChannelMode(QProcess::MergedChannels);
    checker.start(program, arguments);
    QVERIFY(checker.waitForFinished());
    QVERIFY2(checker.exitCode() == 0, checker.readAll().constData());
}

QTEST_GUILESS_MAIN(TestPackaging)
#include "tst_packaging.moc"
