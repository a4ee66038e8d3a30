// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Terminal.h"

#include "core/actions/Introductions.h"
#include "core/store/Workspace.h"

using namespace clitest;
using namespace weavemap;

/// What the board has for one of the staff alone, or for nobody any more, is told to nobody by a script.
class TestCliPrivate : public QObject
{
    Q_OBJECT

    static IntroductionId fill(const Terminal& terminal, Confidentiality level)
    {
        const auto workspace =
            store::Workspace::create(terminal.path(QStringLiteral("n.weavemap")).toStdString(), {}).value();
        IntroductionId id;
        const auto done = workspace->change("Fill", [&](store::Records& records) -> Result<> {
            const auto add = [&records](const char* name, PersonKind kind = PersonKind::member) {
                Person person;
                person.name = name;
                person.kind = kind;
                return records.people.insert(person);
            };
            Introduction introduction;
            WEAVEMAP_ASSIGN(introduction.a, add("Ana Ruiz"));
            WEAVEMAP_ASSIGN(introduction.b, add("Luis Vega"));
            WEAVEMAP_TRY(add("Sam Doe"));
            WEAVEMAP_ASSIGN(introduction.host, add("Ruth Adler", PersonKind::staff));
            WEAVEMAP_TRY(add("Omar Diaz", PersonKind::staff));
            introduction.proposed = Date::fromYmd(2026, 10, 1).value();
            introduction.confidentiality = level;
            if (level == Confidentiality::shareable) { // put aside
                weaving::Suggestion suggestion;
                suggestion.a = introduction.a;
                suggestion.b = introduction.b;
                return actions::putAside(records, suggestion, introduction.proposed).map([](IntroductionId) {});
            }
            WEAVEMAP_ASSIGN(id, actions::propose(records, introduction));
            return {};
        });
        return done ? id : IntroductionId{};
    }

    static QJsonArray wanted(const Terminal& terminal, const QString& me, bool isStored)
    {
        QStringList words{QStringLiteral("log"),    QStringLiteral("n.weavemap"),
                          QStringLiteral("--with"), QStringLiteral("Ana Ruiz"),
                          QStringLiteral("--on"),   QStringLiteral("2026-10-15"),
                          QStringLiteral("--text"), QStringLiteral("Wants to meet Luis Vega and Sam Doe."),
                          QStringLiteral("--me"),   me};
        if (isStored)
            words += QStringLiteral("--accept");
        return terminal.run(words).json()[QStringLiteral("introductions")].toArray();
    }

private Q_SLOTS:
    void log_saysNothingOfAColleaguesOwnIntroduction()
    {
        const Terminal terminal;
        const QString id = QString::fromStdString(fill(terminal, Confidentiality::onlyMe).toString());
        for (const bool isStored : {false, true}) {
            const QJsonArray omars = wanted(terminal, QStringLiteral("Omar Diaz"), isStored);
            QCOMPARE(omars.size(), 2);
            QCOMPARE(omars[0][QStringLiteral("outcome")].toString(), QStringLiteral("noted"));
            QVERIFY(omars[0][QStringLiteral("id")].isNull());
            QCOMPARE(omars[1][QStringLiteral("outcome")].toString(), QStringLiteral("new"));
            QCOMPARE(omars[1][QStringLiteral("id")].isNull(), !isStored); // its own, not the other's
        }
        const QJsonArray ruths = wanted(terminal, QStringLiteral("Ruth Adler"), false);
        QCOMPARE(ruths[0][QStringLiteral("outcome")].toString(), QStringLiteral("under_way"));
        QCOMPARE(ruths[0][QStringLiteral("id")].toString(), id);
    }

    void search_doesNotFindWhatWasPutAside()
    {
        const Terminal open, aside;
        fill(open, Confidentiality::staff);
        fill(aside, Confidentiality::shareable);
        const auto count = [](const Terminal& terminal) {
            const QJsonObject found = terminal("search n.weavemap luis --json").json();
            return found[QStringLiteral("introductions")].toArray().size();
        };
        QCOMPARE(count(open), 1);
        QCOMPARE(count(aside), 0);
    }

    void erase_saysHowManyProjectsGo()
    {
        const Terminal terminal;
        fill(terminal, Confidentiality::staff);
        const auto asked = [&terminal] {
            const Run run = terminal.run({QStringLiteral("erase"), QStringLiteral("n.weavemap"),
                                          QStringLiteral("--person"), QStringLiteral("Ana Ruiz")});
            return run.status == 1 && run.lines() == 1 ? QString::fromUtf8(run.err) : QString();
        };
        QVERIFY(asked().contains(QStringLiteral("forgotten for good")));
        QVERIFY(!asked().contains(QStringLiteral("project")));
        {
            store::OpenOptions options;
            options.backup = store::OpenOptions::Backup::none;
            const auto workspace =
                store::Workspace::open(terminal.path(QStringLiteral("n.weavemap")).toStdString(), options).value();
            const auto done = workspace->change("Two", [](store::Records& records) -> Result<> {
                WEAVEMAP_ASSIGN(const auto people, records.people.all());
                Project project;
                project.name = "Garden";
                project.people = {people.front().id};
                WEAVEMAP_TRY(records.projects.insert(project));
                project.people.push_back(people.back().id); // which stays
                return records.projects.insert(project).map([](ProjectId) {});
            });
            QVERIFY(done);
        }
        QVERIFY2(asked().contains(QStringLiteral("1 project that nobody else is in")), qPrintable(asked()));
    }
};

QTEST_GUILESS_MAIN(TestCliPrivate)
#include "tst_cli_private.moc"
