// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Notes.h"

using namespace weavemap;
using namespace weavemap::test;
using namespace weavemap::weaving;

/// Which proposals the reader is sure of, on a call with Ben Okafor.
class TestNoteDoubts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proposals_sayWhatWasGuessed_data();
    void proposals_sayWhatWasGuessed();
    void whatIsSaidTwice_isAsSureAsTheSurerOne();
};

namespace {

QString nameOf(Doubt doubt)
{
    switch (doubt) {
    case Doubt::none:
        return QStringLiteral("sure");
    case Doubt::nameGuessed:
        return QStringLiteral("name");
    case Doubt::pronounGuessed:
        return QStringLiteral("pronoun");
    case Doubt::nameIsWord:
        return QStringLiteral("word");
    case Doubt::hearsay:
        return QStringLiteral("hearsay");
    case Doubt::hedged:
        return QStringLiteral("hedged");
    case Doubt::fragment:
        return QStringLiteral("fragment");
    }
    return {};
}

/// In the order of the text.
QString doubtsOf(const NoteReading& reading)
{
    QStringList doubts;
    for (const Proposal& proposal : reading.proposals)
        doubts << nameOf(proposal.doubt);
    return doubts.join(QLatin1Char(' '));
}

} // namespace

void TestNoteDoubts::proposals_sayWhatWasGuessed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("doubts");
    const auto row = [](const char* text, const char* doubts) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(doubts);
    };
    row("Met Carla.", "sure");
    row("He needs a mentor.", "sure");
    row("I'll send him the list tomorrow.", "sure");
    row("!need mentor", "sure");
    row("Carla works with Will.", "sure"); // heard from who was called
    row("He met Carla. She needs a mentor.", "sure pronoun");
    row("Carla met Will. They work together.", "pronoun");
    row("Will met Carla.", "word");
    row("Met Will.", "sure");
    row("Met @Will.", "sure");
    row("According to May, Carla relies on Beto.", "hearsay");
    row("Apparently works with Carla.", "hedged");
    row("Sounds like he needs a mentor.", "hedged");
}

void TestNoteDoubts::proposals_sayWhatWasGuessed()
{
    QFETCH(QString, text);
    QFETCH(QString, doubts);
    QCOMPARE(doubtsOf(read(text.toStdString())), doubts);
}

void TestNoteDoubts::whatIsSaidTwice_isAsSureAsTheSurerOne()
{
    QCOMPARE(doubtsOf(read("Apparently met Carla. Yes, he met Carla.")), QStringLiteral("sure"));
    QCOMPARE(doubtsOf(read("Met Carla. Apparently relies on Carla.")), QStringLiteral("hedged"));
    QCOMPARE(doubtsOf(read("Relies on Carla. Apparently met Carla.")), QStringLiteral("sure"));
}

QTEST_GUILESS_MAIN(TestNoteDoubts)
#include "tst_note_doubts.moc"
