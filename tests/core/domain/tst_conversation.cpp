// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/domain/Conversation.h"

using namespace weavemap;

class TestConversation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conversation_needsSomebodyOrSomeWords();
    void minutes_areThoseOfADay();
    void items_needWordsButAnIntroductionDoesNot();
    void followUps_needWords();
    void notes_stayWithStaffUnlessSaidOtherwise();
};

void TestConversation::conversation_needsSomebodyOrSomeWords()
{
    Conversation conversation;
    QCOMPARE(validate(conversation).error().code, ErrorCode::missingName);
    conversation.text = " \n";
    QVERIFY(!validate(conversation));
    conversation.text = "met in the hallway";
    QVERIFY(validate(conversation).has_value());
    conversation.text.clear();
    conversation.participants = {PersonId{1}};
    QVERIFY(validate(conversation).has_value());
}

void TestConversation::minutes_areThoseOfADay()
{
    Conversation conversation;
    conversation.participants = {PersonId{1}};
    for (const int minutes : {0, 1, 1440}) {
        conversation.minutes = minutes;
        QVERIFY(validate(conversation).has_value());
    }
    for (const int minutes : {-1, 1441}) {
        conversation.minutes = minutes;
        QCOMPARE(validate(conversation).error().code, ErrorCode::outOfRange);
    }
}

void TestConversation::items_needWordsButAnIntroductionDoesNot()
{
    NoteItem item;
    QCOMPARE(validate(item).error().code, ErrorCode::missingName);
    item.kind = NoteItemKind::introduction;
    QVERIFY(validate(item).has_value());
    item.kind = NoteItemKind::offer;
    item.text = "a room";
    QVERIFY(validate(item).has_value());
}

void TestConversation::followUps_needWords()
{
    FollowUp followUp;
    QCOMPARE(validate(followUp).error().code, ErrorCode::missingName);
    followUp.text = "call again";
    QVERIFY(validate(followUp).has_value());
}

void TestConversation::notes_stayWithStaffUnlessSaidOtherwise()
{
    QCOMPARE(Conversation().confidentiality, Confidentiality::staff);
}

QTEST_APPLESS_MAIN(TestConversation)
#include "tst_conversation.moc"
