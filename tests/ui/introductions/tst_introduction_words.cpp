// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <QTest>

#include "ui/base/IntroductionWords.h"

using namespace weavemap;
using namespace weavemap::ui;

/// Every value has words of its own, and texts from records stand in sentences as they are.
class TestIntroductionWords : public QObject
{
    Q_OBJECT

    template <class T>
    static void eachHasItsOwn(int count)
    {
        QSet<QString> all;
        for (int value = 0; value < count; ++value)
            all.insert(words(static_cast<T>(value)));
        QCOMPARE(all.size(), qsizetype{count});
        QVERIFY(!all.contains(QString()));
    }

private Q_SLOTS:
    void everyValue_hasWords()
    {
        eachHasItsOwn<IntroductionState>(9);
        eachHasItsOwn<IntroductionReason>(8);
        eachHasItsOwn<IntroductionConsent>(4);
        eachHasItsOwn<IntroductionStrength>(8);
        eachHasItsOwn<weaving::Lens>(weaving::kLenses);
    }
    void everyPieceOfAMail_hasWords()
    {
        for (int part = 0; part <= static_cast<int>(actions::MailPart::sign); ++part) {
            actions::MailDraft draft;
            draft.pieces.push_back({static_cast<actions::MailPart>(part), {"one %1", "two", "three", "four"}});
            QVERIFY2(!mailText(draft).isEmpty(), qPrintable(QString::number(part)));
        }
    }
    void quotedLines_loseTheirFullStop_andKeepPercentSigns()
    {
        actions::MailDraft draft;
        draft.pieces.push_back({actions::MailPart::isLookingFor, {"Ana", "50 %2 of the tasks."}});
        QCOMPARE(mailText(draft), QStringLiteral("What would help Ana: “50 %2 of the tasks”."));
    }
    void reasons_survivePeopleWhoAreNotThere()
    {
        weaving::Suggestion suggestion;
        suggestion.a = PersonId{1};
        suggestion.b = PersonId{2};
        suggestion.sameRole = suggestion.sameRegion = true;
        for (std::size_t lens = 0; lens < weaving::kLenses; ++lens) {
            suggestion.lens = static_cast<weaving::Lens>(lens);
            QVERIFY(!reasonSentence(suggestion, {}, Date()).isEmpty());
        }
    }
    void spread_saysNothingOfNobody()
    {
        QVERIFY(spreadSentence({}).isEmpty());
        weaving::SuggestionSpread spread;
        spread.people = 4;
        spread.byQuarter = {2, 1, 0, 1};
        spread.regions = 2;
        spread.regionsInAll = 5;
        const QString sentence = spreadSentence(spread);
        QVERIFY2(sentence.contains(QStringLiteral("2 of 5 regions")), qPrintable(sentence));
    }
};

QTEST_APPLESS_MAIN(TestIntroductionWords)
#include "tst_introduction_words.moc"
