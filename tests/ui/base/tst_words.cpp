// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <QTest>

#include "ui/base/Words.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

/// The words of the values 0 to `last`: none empty, no two alike.
template <class Enum>
bool distinct(Enum last)
{
    QSet<QString> seen;
    for (int i = 0; i <= static_cast<int>(last); ++i)
        seen.insert(words(static_cast<Enum>(i)));
    return !seen.contains(QString()) && seen.size() == static_cast<int>(last) + 1;
}

} // namespace

class WordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyValue_hasWordsOfItsOwn()
    {
        QVERIFY(distinct(PersonKind::outside));
        QVERIFY(distinct(EngagementLevel::peripheral));
        QVERIFY(distinct(ShowConsent::notShown));
        QVERIFY(distinct(ConversationKind::journal));
        QVERIFY(distinct(Confidentiality::onlyMe));
        QVERIFY(distinct(QuoteConsent::named));
        QVERIFY(distinct(Mood::high));
        QVERIFY(distinct(Initiator::member));
        QVERIFY(distinct(EntrySource::imported));
        QVERIFY(distinct(NoteItemKind::question));
        QVERIFY(distinct(NoteItemState::made));
        QVERIFY(distinct(TieDepth::rely));
        QVERIFY(distinct(TieContact::weekly));
        QVERIFY(distinct(Collaboration::now));
        QVERIFY(distinct(TieOrigin::project));
        QVERIFY(distinct(OverlayKind::sharedResource));
        QVERIFY(distinct(EvidenceKind::imported));
        QVERIFY(distinct(TieSet::all));
    }

    void wordsOfTheLook()
    {
        QCOMPARE(words(TieDepth::exchange), QStringLiteral("Exchange help or ideas"));
        QCOMPARE(words(ConversationKind::call), QStringLiteral("Phone"));
        QCOMPARE(words(Confidentiality::staff), QStringLiteral("Staff only"));
        QCOMPARE(words(TieSet::exchange), QStringLiteral("exchange and deeper"));
    }

    void counts_haveTheirPlural()
    {
        QCOMPARE(tieCount(TieSet::exchange, 332), QStringLiteral("332 exchange ties"));
        QCOMPARE(tieCount(TieSet::exchange, 1), QStringLiteral("1 exchange tie"));
        QCOMPARE(memberCount(0), QStringLiteral("0 members"));
        QCOMPARE(peopleCount(1), QStringLiteral("1 person"));
        QCOMPARE(peopleCount(2), QStringLiteral("2 people"));
    }

    void tieWords_saysWorkBeforeDepth()
    {
        Tie tie;
        QCOMPARE(tieWords(tie), QStringLiteral("Exchange help or ideas"));
        tie.collaboration = Collaboration::now;
        QCOMPARE(tieWords(tie), QStringLiteral("Work together"));
    }
};

QTEST_GUILESS_MAIN(WordsTest)
#include "tst_words.moc"
