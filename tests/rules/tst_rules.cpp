// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include "SourceTree.h"

namespace {

const QStringList kCode{QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")};
const QStringList kSources{QStringLiteral(".cpp"), QStringLiteral(".h")};

QSet<QString> words(const char* list)
{
    const auto parts = QString::fromLatin1(list).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return {parts.begin(), parts.end()};
}

/// What each folder may include besides itself: the arrows of the design's section 2, spelled out.
const QHash<QString, QSet<QString>>& allowed()
{
    static const char* const kBelowPlaces =
        "core/base core/domain core/graph core/store core/sna core/layout core/weaving core/health core/exchange "
        "core/report core/actions ui/base ui/session ui/jobs ui/models ui/paint ui/widgets ui/chartkit";
    static const QHash<QString, QSet<QString>> table = [] {
        QHash<QString, QSet<QString>> t;
        const auto core = [&](const char* folder, const char* may) { t[QString::fromLatin1(folder)] = words(may); };
        core("core/base", "");
        core("core/domain", "core/base");
        core("core/graph", "core/base core/domain");
        core("core/store", "core/base core/domain");
        core("core/exchange", "core/base core/domain");
        core("core/sna", "core/base core/domain core/graph");
        core("core/layout", "core/base core/domain core/graph");
        core("core/weaving", "core/base core/domain core/graph core/sna");
        core("core/health", "core/base core/domain core/graph core/sna");
        core("core/report", "core/base core/domain core/sna core/health core/graph");
        core("core/actions", "core/base core/domain core/graph core/store core/exchange core/sna core/layout "
                             "core/weaving core/health core/report");
        const QString allCore = QStringLiteral("core/base core/domain core/graph core/store core/exchange core/sna "
                                               "core/layout core/weaving core/health core/report core/actions ");
        const auto ui = [&](const char* folder, const QString& may) {
            t[QString::fromLatin1(folder)] = words(may.toLatin1().constData());
        };
        ui("ui/base", allCore);
        ui("ui/session", allCore + QStringLiteral("ui/base"));
        ui("ui/jobs", allCore + QStringLiteral("ui/base ui/session"));
        ui("ui/models", allCore + QStringLiteral("ui/base ui/session ui/jobs ui/paint"));
        ui("ui/paint", QStringLiteral("core/base core/domain core/graph core/layout ui/base"));
        ui("ui/widgets", allCore + QStringLiteral("ui/base ui/session ui/jobs ui/models ui/paint"));
        ui("ui/chartkit", QStringLiteral("core/base core/domain ui/base ui/widgets"));
        QStringList places;
        for (const char* place : {"today", "conversations", "map", "members", "introductions", "health", "charts",
                                  "reports", "import", "history", "settings", "questions", "activities"}) {
            places.append(QStringLiteral("ui/") + QString::fromLatin1(place));
            t[places.last()] = words(kBelowPlaces);
        }
        ui("ui/shell", QString::fromLatin1(kBelowPlaces) + QLatin1Char(' ') + places.join(QLatin1Char(' ')));
        return t;
    }();
    return table;
}

QString at(const SourceFile& file, qsizetype line) { return QStringLiteral("%1:%2").arg(file.path).arg(line + 1); }

/// Every line of code (not comments, not texts) in `files` that matches, but for paths that start with one of `except`.
QStringList codeMatching(const QList<SourceFile>& files, const QString& pattern, const QStringList& except = {})
{
    const QRegularExpression expression(pattern);
    QStringList found;
    for (const SourceFile& file : files) {
        bool skip = false;
        for (const QString& prefix : except)
            skip = skip || file.path.startsWith(prefix);
        if (skip)
            continue;
        const QStringList code = file.codeLines();
        for (qsizetype i = 0; i < code.size(); ++i)
            if (expression.match(code[i]).hasMatch())
                found.append(at(file, i) + QStringLiteral("  ") + file.lines[i].trimmed());
    }
    return found;
}

#define EXPECT_NONE(found) QVERIFY2((found).isEmpty(), qPrintable((found).join(QLatin1Char('\n'))))

} // namespace

class RulesTest : public QObject
{
    Q_OBJECT

private:
    QList<SourceFile> m_code = sourceFiles(kCode, kSources);
    QList<SourceFile> m_all = sourceFiles(kCode + QStringList{QStringLiteral("tests")}, kSources);

private Q_SLOTS:
    void includes_followTheArrowsOfTheDesign();
    void core_includesNoQt();
    void sizes_areWithinLimits();
    void mainWindow_isSmall();
    void headers_areSelfSufficient();
    void headers_startWithPragmaOnce();
    void files_nameTheirLicence();
    void umbrellaHeaders_areNotIncluded();
    void sql_livesInTheStoreOnly();
    void qtCharts_livesInChartkitOnly();
    void qtSql_isNotUsed();
    void colours_liveInTheThemeOnly();
    void eventLoops_areNotNested();
    void connects_areTyped();
    void network_isNotUsed();
    void tests_areShort();
    void sources_areNamedOneByOne();
    void folders_haveReadmes();
    void root_holdsNothingElse();
};

void RulesTest::includes_followTheArrowsOfTheDesign()
{
    QVERIFY(m_code.size() > 20);
    QStringList wrong;
    for (const SourceFile& file : m_code) {
        if (file.path.startsWith(QStringLiteral("app/")))
            continue;
        QVERIFY2(allowed().contains(file.folder()),
                 qPrintable(file.path + QStringLiteral(": no such room in the house")));
        for (const QString& include : file.quotedIncludes()) {
            const QString target = include.section(QLatin1Char('/'), 0, 1);
            if (!include.contains(QLatin1Char('/')) || target == file.folder())
                continue;
            if (!allowed()[file.folder()].contains(target))
                wrong.append(file.path + QStringLiteral(" includes ") + include);
        }
    }
    EXPECT_NONE(wrong);
}

void RulesTest::core_includesNoQt()
{
    QStringList wrong;
    for (const SourceFile& file : sourceFiles({QStringLiteral("core")}, kSources))
        for (const QString& include : file.angleIncludes())
            if (QRegularExpression(QStringLiteral("^Q([A-Z]|t)")).match(include).hasMatch())
                wrong.append(file.path + QStringLiteral(" includes ") + include);
    EXPECT_NONE(wrong);
}

void RulesTest::sizes_areWithinLimits()
{
    QStringList wrong;
    for (const SourceFile& file : m_code) {
        const int limit = file.path.endsWith(QStringLiteral(".h")) ? 250 : 500;
        if (file.lines.size() - 1 > limit)
            wrong.append(QStringLiteral("%1 has %2 lines").arg(file.path).arg(file.lines.size() - 1));
    }
    EXPECT_NONE(wrong);
}

void RulesTest::mainWindow_isSmall()
{
    for (const SourceFile& file : m_code)
        if (file.path == QStringLiteral("ui/shell/MainWindow.cpp"))
            QVERIFY2(file.lines.size() - 1 <= 400, qPrintable(QString::number(file.lines.size())));
}

void RulesTest::headers_areSelfSufficient()
{
    QSet<QString> listed;
    for (const SourceFile& file : sourceFiles({QStringLiteral("tests/rules")}, {QStringLiteral("headers-alone.txt")}))
        for (const QString& line : file.lines)
            listed.insert(line.section(QLatin1Char(' '), 0, 0));
    QHash<QString, SourceFile> byPath;
    for (const SourceFile& file : m_code)
        byPath.insert(file.path, file);
    QStringList wrong;
    for (const SourceFile& header : m_code) {
        if (!header.path.endsWith(QStringLiteral(".h")))
            continue;
        const QString source = header.path.chopped(2) + QStringLiteral(".cpp");
        const bool first = byPath.contains(source) && byPath[source].quotedIncludes().value(0) == header.path;
        if (!first && !listed.contains(header.path))
            wrong.append(header.path +
                         QStringLiteral(": its .cpp must include it first, or tests/rules/headers-alone.txt name it"));
    }
    EXPECT_NONE(wrong);
}

void RulesTest::headers_startWithPragmaOnce()
{
    QStringList wrong;
    for (const SourceFile& file : m_all)
        if (file.path.endsWith(QStringLiteral(".h")) && !file.lines.mid(0, 3).contains(QStringLiteral("#pragma once")))
            wrong.append(file.path);
    EXPECT_NONE(wrong);
}

void RulesTest::files_nameTheirLicence()
{
    QStringList wrong;
    QList<SourceFile> files = m_all;
    files += sourceFiles(kCode + QStringList{QStringLiteral("tests"), QStringLiteral("resources")},
                         {QStringLiteral("CMakeLists.txt"), QStringLiteral(".py"), QStringLiteral(".cmake")});
    for (const SourceFile& file : files)
        if (!file.lines.mid(0, 2)
                 .join(QLatin1Char(' '))
                 .contains(QStringLiteral("SPDX-License-Identifier: GPL-3.0-or-later")))
            wrong.append(file.path);
    EXPECT_NONE(wrong);
}

void RulesTest::umbrellaHeaders_areNotIncluded()
{
    static const QSet<QString> umbrellas = words(
        "QtCore QtGui QtWidgets QtCharts QtTest QtSvg QtPrintSupport QtNetwork bits/stdc++.h QtCore/QtCore QtGui/QtGui "
        "QtWidgets/QtWidgets QtCharts/QtCharts QtTest/QtTest");
    QStringList wrong;
    for (const SourceFile& file : m_all)
        for (const QString& include : file.angleIncludes())
            if (umbrellas.contains(include))
                wrong.append(file.path + QStringLiteral(" includes ") + include);
    EXPECT_NONE(wrong);
}

void RulesTest::sql_livesInTheStoreOnly()
{
    QStringList wrong;
    const QRegularExpression sql(QStringLiteral("\"\\s*(SELECT\\s.*\\sFROM|INSERT\\s+INTO|UPDATE\\s+\\w+\\s+SET|"
                                                "DELETE\\s+FROM|CREATE\\s+(TABLE|INDEX)|PRAGMA)\\s"));
    for (const SourceFile& file : m_code) {
        if (file.path.startsWith(QStringLiteral("core/store/")))
            continue;
        if (file.angleIncludes().contains(QStringLiteral("sqlite3.h")))
            wrong.append(file.path + QStringLiteral(" includes sqlite3.h"));
        for (qsizetype i = 0; i < file.lines.size(); ++i)
            if (sql.match(file.lines[i]).hasMatch())
                wrong.append(at(file, i));
    }
    EXPECT_NONE(wrong);
}

void RulesTest::qtCharts_livesInChartkitOnly()
{
    QStringList wrong;
    static const QRegularExpression charts(
        QStringLiteral("^(QtCharts/)?Q(Chart|ChartView|BarSet|BarSeries|StackedBarSeries|LineSeries|ScatterSeries|"
                       "ValueAxis|BarCategoryAxis|AbstractSeries|Legend)$"));
    for (const SourceFile& file : m_code)
        if (!file.path.startsWith(QStringLiteral("ui/chartkit/")))
            for (const QString& include : file.angleIncludes())
                if (charts.match(include).hasMatch())
                    wrong.append(file.path + QStringLiteral(" includes ") + include);
    EXPECT_NONE(wrong);
}

void RulesTest::qtSql_isNotUsed()
{
    QStringList wrong;
    for (const SourceFile& file : m_all)
        for (const QString& include : file.angleIncludes())
            if (include.startsWith(QStringLiteral("QSql")) || include.startsWith(QStringLiteral("QtSql")))
                wrong.append(file.path);
    EXPECT_NONE(wrong);
}

void RulesTest::colours_liveInTheThemeOnly()
{
    QStringList wrong = codeMatching(m_code, QStringLiteral("\\bQt::(red|green|blue|cyan|magenta|yellow|gray|darkGray|"
                                                            "lightGray|darkRed|darkBlue|darkGreen)\\b"));
    const QRegularExpression literal(QStringLiteral("\"#[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?\""));
    const QRegularExpression numbers(QStringLiteral("\\bQColor\\(\\s*\\d+\\s*,\\s*\\d+\\s*,\\s*\\d+"));
    for (const SourceFile& file : m_code)
        for (qsizetype i = 0; i < file.lines.size(); ++i)
            if (literal.match(file.lines[i]).hasMatch() || numbers.match(file.lines[i]).hasMatch())
                wrong.append(at(file, i));
    EXPECT_NONE(wrong);
}

void RulesTest::eventLoops_areNotNested()
{
    EXPECT_NONE(codeMatching(m_code, QStringLiteral("\\bprocessEvents\\b|\\bQEventLoop\\b")));
    EXPECT_NONE(codeMatching(
        m_all, QStringLiteral("\\bthis_thread::sleep|\\bQThread::(m|u)?sleep\\b|\\bqSleep\\b|\\bqWait\\(")));
}

void RulesTest::connects_areTyped() { EXPECT_NONE(codeMatching(m_all, QStringLiteral("\\b(SIGNAL|SLOT)\\s*\\("))); }

void RulesTest::network_isNotUsed()
{
    QStringList wrong;
    static const QRegularExpression network(QStringLiteral(
        "^(QtNetwork/)?Q(NetworkAccessManager|TcpSocket|TcpServer|UdpSocket|SslSocket)$|^curl/|^sys/socket.h$"));
    for (const SourceFile& file : m_code)
        for (const QString& include : file.angleIncludes())
            if (network.match(include).hasMatch())
                wrong.append(file.path + QStringLiteral(" includes ") + include);
    EXPECT_NONE(wrong);
}

void RulesTest::tests_areShort()
{
    QStringList wrong;
    for (const SourceFile& file : m_all)
        if (file.path.startsWith(QStringLiteral("tests/")) && file.lines.size() - 1 > 400)
            wrong.append(QStringLiteral("%1 has %2 lines").arg(file.path).arg(file.lines.size() - 1));
    EXPECT_NONE(wrong);
}

void RulesTest::sources_areNamedOneByOne()
{
    QStringList wrong;
    for (const SourceFile& file : sourceFiles({QStringLiteral(".")}, {QStringLiteral("CMakeLists.txt")})) {
        if (file.path.startsWith(QStringLiteral("build/")))
            continue;
        for (qsizetype i = 0; i < file.lines.size(); ++i) {
            static const QRegularExpression globbed(
                QStringLiteral("file\\s*\\(\\s*GLOB|^\\s*include_directories\\s*\\(|^\\s*link_libraries\\s*\\("));
            if (globbed.match(file.lines[i]).hasMatch())
                wrong.append(at(file, i));
        }
    }
    EXPECT_NONE(wrong);
}

void RulesTest::folders_haveReadmes()
{
    QSet<QString> folders;
    for (const SourceFile& file : sourceFiles({QStringLiteral("core"), QStringLiteral("ui")}, kSources))
        folders.insert(file.folder());
    QSet<QString> described;
    for (const SourceFile& file :
         sourceFiles({QStringLiteral("core"), QStringLiteral("ui")}, {QStringLiteral("README.md")}))
        described.insert(file.folder());
    const auto missing = folders - described;
    EXPECT_NONE(QStringList(missing.begin(), missing.end()));
}

void RulesTest::root_holdsNothingElse()
{
    const QSet<QString> expected =
        words("CMakeLists.txt README.md DECISIONS.md LICENSE dev CMakePresets.json vcpkg.json");
    QStringList wrong;
    const QDir root(QStringLiteral(WEAVEMAP_SOURCE_DIR));
    for (const QString& name : root.entryList(QDir::Files))
        if (!expected.contains(name))
            wrong.append(name);
    EXPECT_NONE(wrong);
    for (const QString& name : expected)
        QVERIFY2(root.exists(name), qPrintable(name + QStringLiteral(" is missing in the root")));
}

QTEST_GUILESS_MAIN(RulesTest)
#include "tst_rules.moc"
