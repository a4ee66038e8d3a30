// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <memory>

#include <QDesktopServices>
#include <QPushButton>
#include <QTest>
#include <QUrl>
#include <QVBoxLayout>
#include <QWidget>

#include "Stage.h"
#include "ui/shell/Banner.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/LinkLabel.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

/// What the system would open, kept instead.
class OpenedFiles : public QObject
{
    Q_OBJECT
public:
    OpenedFiles() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "open"); }
    ~OpenedFiles() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    QStringList paths;

public Q_SLOTS:
    void open(const QUrl& url) { paths.append(url.toLocalFile()); }
};

} // namespace

class BannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<uitest::Stage>();
        m_window = std::make_unique<QWidget>();
        m_window->resize(800, 600);
        m_banner = new Banner(m_window.get());
        m_page = new QWidget(m_window.get());
        auto* column = new QVBoxLayout(m_window.get());
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(m_page);
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
    void passing_floatsOverTheContentWhichStays();
    void passing_coversNoHeadingAndNothingToPress();
    void passing_makesWayForThePageThatComes();
    void standing_hasRoomOfItsOwn();
    void aFileThatWasWritten_canBeOpened();
    void longSentence_staysInsideTheContent();

private:
    std::unique_ptr<uitest::Stage> m_stage;
    std::unique_ptr<QWidget> m_window;
    Banner* m_banner = nullptr;
    QWidget* m_page = nullptr; ///< the content
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

void BannerTest::aFileThatWasWritten_canBeOpened()
{
    const OpenedFiles opened;
    m_banner->show(Banner::Tone::passing, QStringLiteral("The map is in /tmp/Räume & co/map.pdf."),
                   QStringLiteral("/tmp/Räume & co/map.pdf"));
    const auto links = m_banner->findChildren<LinkLabel*>();
    QCOMPARE(links.size(), 2);
    for (LinkLabel* link : links) {
        QVERIFY(link->isVisible() && m_banner->rect().contains(link->geometry()));
        QVERIFY2(link->width() >= link->sizeHint().width(), "its words are whole");
        QTest::mouseClick(link, Qt::LeftButton);
    }
    QCOMPARE(opened.paths, QStringList({QStringLiteral("/tmp/Räume & co/map.pdf"), QStringLiteral("/tmp/Räume & co")}));
    // The next sentence is about no file.
    m_banner->show(Banner::Tone::passing, QStringLiteral("Stored."));
    QVERIFY(!links[0]->isVisible() && !links[1]->isVisible());
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

void BannerTest::passing_floatsOverTheContentWhichStays()
{
    const QRect before = m_page->geometry();
    m_banner->show(Banner::Tone::passing, QStringLiteral("Backed up."));
    m_window->layout()->activate();
    QCOMPARE(m_page->geometry(), before);
    QVERIFY(m_page->geometry().contains(m_banner->geometry()));
    const QWidget* const front = m_window->childAt(m_banner->geometry().center());
    QVERIFY(front == m_banner || m_banner->isAncestorOf(front));
    // The whole sentence in one line, in the middle, also when the window changes.
    QVERIFY(m_banner->width() < 400);
    m_window->resize(1000, 600);
    QVERIFY(std::abs(m_banner->geometry().center().x() - 500) <= 1);
    QVERIFY(m_banner->findChild<IconButton*>(QStringLiteral("bannerClose"))->focusPolicy() & Qt::TabFocus);
}

void BannerTest::passing_coversNoHeadingAndNothingToPress()
{
    m_banner->show(Banner::Tone::passing, QStringLiteral("Backed up."));
    const QRect free = m_banner->geometry();
    QVERIFY(free.top() > m_page->height() / 2); // headings stand above
    QPushButton store(QStringLiteral("Store"), m_page);
    store.setGeometry(free);
    store.show();
    m_banner->show(Banner::Tone::passing, QStringLiteral("Backed up."));
    QVERIFY(!m_banner->geometry().intersects(store.geometry()));
    QVERIFY(m_page->geometry().contains(m_banner->geometry()));
    QVERIFY(m_banner->geometry().top() > m_page->height() / 2);
    store.setGeometry(m_page->rect()); // no room anywhere: it is said all the same
    m_banner->show(Banner::Tone::passing, QStringLiteral("Backed up."));
    QCOMPARE(m_banner->geometry(), free);
}

void BannerTest::passing_makesWayForThePageThatComes()
{
    m_banner->show(Banner::Tone::passing, QStringLiteral("Backed up."));
    const QRect before = m_banner->geometry();
    QPushButton store(QStringLiteral("Store"), m_page);
    store.setGeometry(before);
    store.show(); // the page beneath has changed, nothing new is said
    QTRY_VERIFY(!m_banner->geometry().intersects(store.geometry()));
    QVERIFY(m_page->geometry().contains(m_banner->geometry()));
}

void BannerTest::standing_hasRoomOfItsOwn()
{
    m_banner->show(Banner::Tone::standing, QStringLiteral("Only to read."));
    m_window->layout()->activate();
    QCOMPARE(m_banner->width(), m_window->width());
    QCOMPARE(m_page->geometry().top(), m_banner->geometry().bottom() + 1);
    m_window->resize(1000, 600);
    QCOMPARE(m_banner->width(), 1000);
    // A later sentence takes the same room: nothing moves.
    const QRect before = m_page->geometry();
    m_banner->show(Banner::Tone::passing, QStringLiteral("Backed up."));
    m_window->layout()->activate();
    QCOMPARE(m_page->geometry().top(), before.top());
    m_banner->clearStanding();
    m_window->layout()->activate();
    QCOMPARE(m_page->geometry().top(), 0);
}

void BannerTest::longSentence_staysInsideTheContent()
{
    m_banner->show(Banner::Tone::passing, QStringLiteral("Backed up."));
    const int oneLine = m_banner->height();
    m_banner->show(Banner::Tone::trouble, QStringLiteral("The disk is full. ").repeated(20));
    QVERIFY(m_page->geometry().contains(m_banner->geometry()));
    QVERIFY(m_banner->height() > oneLine);
}

QTEST_MAIN(BannerTest)
#include "tst_banner.moc"
