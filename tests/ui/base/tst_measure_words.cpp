// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <QTest>

#include "core/sna/Registry.h"
#include "ui/base/MeasureWords.h"

using namespace weavemap;
using namespace weavemap::ui;

class MeasureWordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTopic_hasATitleAndASentenceOfItsOwn()
    {
        QSet<QString> titles, sentences;
        for (int i = 0; i < sna::kTopics; ++i) {
            titles.insert(measureTitle(static_cast<sna::Topic>(i)));
            sentences.insert(measureSentence(static_cast<sna::Topic>(i)));
        }
        QVERIFY(!titles.contains(QString()) && !sentences.contains(QString()));
        QCOMPARE(titles.size(), sna::kTopics);
        QCOMPARE(sentences.size(), sna::kTopics);
    }

    void sentences_areSentencesWithoutTerms()
    {
        for (int i = 0; i < sna::kTopics; ++i) {
            const auto topic = static_cast<sna::Topic>(i);
            for (const QString& text : {measureSentence(topic), measureCaution(topic)})
                QVERIFY2(text.isEmpty() || text.endsWith(QLatin1Char('.')) || text.endsWith(QLatin1Char('?')),
                         qPrintable(text));
            for (const char* term : {"betweenness", "centrality", "eigenvector", "vertex", "node", "triad"})
                QVERIFY2(!measureSentence(topic).contains(QLatin1String(term), Qt::CaseInsensitive), term);
        }
    }

    void everyMeasure_hasWords()
    {
        for (const sna::Measure& measure : sna::measures())
            QVERIFY2(sna::topicOf(measure.key).has_value(), std::string(measure.key).c_str());
    }
};

QTEST_GUILESS_MAIN(MeasureWordsTest)
#include "tst_measure_words.moc"
