// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <fstream>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/store/Workspace.h"
#include "ui/session/Session.h"

using namespace weavemap;
using namespace weavemap::ui;

/// Looking through a large file once it is open.
class TestSessionCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void largeDamagedFile_isOpenedLookedThroughAndClosed()
    {
        const QTemporaryDir folder;
        Session session;
        const auto path = std::filesystem::path(folder.path().toStdString()) / "large.weavemap";
        {
            const auto workspace = std::move(store::Workspace::create(path).value());
            const auto filled = workspace->change("Add notes", [](store::Records& records) -> Result<> {
                Conversation conversation;
                conversation.text = std::string(60'000, 'a');
                for (int i = 0; i < 400; ++i)
                    WEAVEMAP_TRY(records.conversations.insert(conversation));
                return {};
            });
            QVERIFY(filled);
            QVERIFY(workspace->backup());
        }
        QSignalSpy opened(&session, &Session::opened), failed(&session, &Session::openFailed),
            closed(&session, &Session::closed);
        session.open(path); // sound: nothing is said
        QTRY_COMPARE(opened.size(), 1);
        session.close(); // ends the looking through
        QCOMPARE(closed.size(), 1);
        {
            std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
            file.seekp(static_cast<std::streamoff>(std::filesystem::file_size(path) / 3));
            file << std::string(16384, '\0');
        }
        session.open(path);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(opened.size(), 2);
        QCOMPARE(closed.size(), 2);
        QVERIFY(!session.isOpen());
        const auto error = failed.front().at(1).value<Error>();
        QCOMPARE(error.code, ErrorCode::workspaceDamaged);
        QVERIFY(std::filesystem::exists(error.args.at(1)));
    }
};

QTEST_GUILESS_MAIN(TestSessionCheck)
#include "tst_session_check.moc"
