// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "ui/base/Settings.h"

using namespace weavemap::ui;

class SettingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void nothingStored_givesTheFallback()
    {
        const Settings settings(path());
        QCOMPARE(settings.value(setting::kTheme), ThemeChoice::system);
        QCOMPARE(settings.value(setting::kMe), QString());
        QCOMPARE(settings.value(setting::kExportPage), QStringLiteral("A4-landscape"));
    }

    void values_surviveARestart()
    {
        const QByteArray geometry("\x00\x01\xFF\xFE", 4);
        {
            Settings settings(path());
            settings.set(setting::kTheme, ThemeChoice::dark);
            settings.set(setting::kRail, Fold::folded);
            settings.set(setting::kMe, QStringLiteral("R\u016Bth, the \"weaver\"; 100 %"));
            settings.set(setting::kGeometry, geometry);
            settings.set(setting::kRecentFiles,
                         QStringList{QStringLiteral("/a b.weavemap"), QStringLiteral("/c,d.weavemap")});
        }
        const Settings settings(path());
        QCOMPARE(settings.value(setting::kTheme), ThemeChoice::dark);
        QCOMPARE(settings.value(setting::kRail), Fold::folded);
        QCOMPARE(settings.value(setting::kMe), QStringLiteral("R\u016Bth, the \"weaver\"; 100 %"));
        QCOMPARE(settings.value(setting::kGeometry), geometry);
        QCOMPARE(settings.value(setting::kRecentFiles).size(), 2);
        QCOMPARE(settings.value(setting::kRecentFiles).back(), QStringLiteral("/c,d.weavemap"));
    }

    void oneRecentFile_staysAList()
    {
        {
            Settings settings(path());
            settings.addRecentFile(QStringLiteral("/only.weavemap"));
        }
        QCOMPARE(Settings(path()).value(setting::kRecentFiles), QStringList{QStringLiteral("/only.weavemap")});
    }

    void recentFiles_newestFirstEachOnceAtMostTen()
    {
        Settings settings(path());
        for (int i = 0; i < 14; ++i)
            settings.addRecentFile(QStringLiteral("/%1").arg(i));
        settings.addRecentFile(QStringLiteral("/7"));
        const QStringList files = settings.value(setting::kRecentFiles);
        QCOMPARE(files.size(), 10);
        QCOMPARE(files.front(), QStringLiteral("/7"));
        QCOMPARE(files.count(QStringLiteral("/7")), 1);
    }

    void changed_onlyWhereTheValueIsAnother()
    {
        Settings settings(path());
        QSignalSpy spy(&settings, &Settings::changed);
        settings.set(setting::kMotion, Motion::reduced);
        settings.set(setting::kMotion, Motion::reduced);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.front().front().toString(), QString::fromLatin1(setting::kMotion.name));
        settings.reset(setting::kMotion);
        settings.reset(setting::kMotion);
        QCOMPARE(spy.count(), 2);
        QCOMPARE(settings.value(setting::kMotion), Motion::full);
    }

    void unreadableValues_countAsNotStored_data()
    {
        QTest::addColumn<QByteArray>("stored");
        QTest::newRow("word") << QByteArray("purple");
        QTest::newRow("too large") << QByteArray("99");
        QTest::newRow("negative") << QByteArray("-1");
        QTest::newRow("empty") << QByteArray();
    }
    void unreadableValues_countAsNotStored()
    {
        QFETCH(const QByteArray, stored);
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[look]\ntheme=" + stored + "\n");
        file.close();
        QCOMPARE(Settings(path()).value(setting::kTheme), ThemeChoice::system);
    }

private:
    QString path() const { return m_folder->filePath(QStringLiteral("weavemap.ini")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
