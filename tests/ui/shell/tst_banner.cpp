// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QTest>
#include <QWidget>

#include "Stage.h"
#include "ui/shell/Banner.h"
#include "ui/widgets/IconButton.h"

using namespace weavemap;
using namespace weavemap::ui;

class BannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<uitest::Stage>();
        m_window = std::make_unique<QWidget>();
        m_banner = new Banner(m_window.get());
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        m_stage.reset();
    }
    void nothing_takesNoRoom();
    void passing_goesByItself();
    void trouble_staysUntilDismissed();
    void standing_comesBackAfterAnother();
    void standing_cannotBeClosed();
    void clearStanding_forgets();

private:
    std::unique_ptr<uitest::Stage> m_stage;
    std::unique_ptr<QWidget> m_window;
    Banner* m_banner = nullptr;
};

void BannerTest::nothing_takesNoRoom()
{
    QVERIFY(!m_banner->isVisible());
    QVERIFY(m_banner->sentence().isEmpty());
    m_banner->show(Banner::Tone::passing, {});
    QVERIFY(!m_banner->isVisible());
}

void BannerTest::passing_goesByItself()
{
    m_banner->show(Banner::Tone::passing, QStringLiteral("Backed up."));
    QCOMPARE(m_banner->sentence(), QStringLiteral("Backed up."));
    QTRY_VERIFY_WITH_TIMEOUT(m_banner->sentence().isEmpty(), 15000);
}

void BannerTest::trouble_staysUntilDismissed()
{
    m_banner->show(Banner::Tone::passing, QStringLiteral("Backed up."));
    m_banner->show(Banner::Tone::trouble, QStringLiteral("The disk is full."));
    QCOMPARE(m_banner->sentence(), QStringLiteral("The disk is full."));
    QTest::mouseClick(m_banner->findChild<IconButton*>(QStringLiteral("bannerClose")), Qt::LeftButton);
    QVERIFY(!m_banner->isVisible());
}

void BannerTest::standing_comesBackAfterAnother()
{
    m_banner->show(Banner::Tone::standing, QStringLiteral("Only to read."));
    m_banner->show(Banner::Tone::trouble, QStringLiteral("The disk is full."));
    QCOMPARE(m_banner->sentence(), QStringLiteral("The disk is full."));
    m_banner->dismiss();
    QCOMPARE(m_banner->sentence(), QStringLiteral("Only to read."));
}

void BannerTest::standing_cannotBeClosed()
{
    m_banner->show(Banner::Tone::standing, QStringLiteral("Only to read."));
    QVERIFY(!m_banner->findChild<IconButton*>(QStringLiteral("bannerClose"))->isVisible());
    m_banner->dismiss();
    QCOMPARE(m_banner->sentence(), QStringLiteral("Only to read."));
}

void BannerTest::clearStanding_forgets()
{
    m_banner->show(Banner::Tone::standing, QStringLiteral("Only to read."));
    m_banner->clearStanding();
    QVERIFY(!m_banner->isVisible());
}

QTEST_MAIN(BannerTest)
#include "tst_banner.moc"
