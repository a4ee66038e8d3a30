// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include "OfficeBox.h"
#include "ui/introductions/BoardColumn.h"
#include "ui/introductions/IntroductionsPlace.h"
#include "ui/introductions/SuggestionCard.h"

/// The place with a small association: Ana needs what Luis offers, Bea knows Cleo and Dan well, who do not know each
/// other.
namespace weavemap::uitest {

class IntroductionsDesk : public OfficeBox
{
public:
    PersonId ana, luis, bea, cleo, dan, ruth;

    IntroductionsDesk() { openEmpty(); }

    void fill()
    {
        ana = addPerson(QStringLiteral("Ana Ruiz"));
        luis = addPerson(QStringLiteral("Luis Vega"));
        bea = addPerson(QStringLiteral("Bea Noor"));
        cleo = addPerson(QStringLiteral("Cleo Tan"));
        dan = addPerson(QStringLiteral("Dan Obi"));
        ruth = addPerson(QStringLiteral("Ruth Adler"), PersonKind::staff);
        change(QStringLiteral("test"), [this](store::Records& records) -> Result<> {
            Conversation call;
            call.when = Instant::atLocal(testDay().addDays(-12), 10, 0, 0);
            call.staff = ruth;
            call.participants = {ana};
            call.text = "A talk.";
            call.confidentiality = Confidentiality::shareable;
            WEAVEMAP_ASSIGN(const ConversationId talk, records.conversations.insert(call));
            NoteItem item;
            item.conversation = talk;
            item.topic = "fractions";
            item.person = ana;
            item.text = "A set of fraction tasks.";
            WEAVEMAP_TRY(records.conversations.insert(item));
            item.person = luis;
            item.kind = NoteItemKind::offer;
            item.state = NoteItemState::standing;
            item.text = "fraction tasks to share";
            WEAVEMAP_TRY(records.conversations.insert(item));
            for (const PersonId other : {cleo, dan}) {
                Tie tie;
                tie.a = bea;
                tie.b = other;
                tie.depth = TieDepth::rely;
                WEAVEMAP_TRY(records.ties.insert(ordered(tie)));
            }
            return {};
        });
    }
    void show()
    {
        place = std::make_unique<ui::IntroductionsPlace>(office());
        place->resize(1240, 860);
        place->show();
        place->enter();
        read();
    }
    /// Waits until all is read, and what a layout shows a moment later is shown.
    void read()
    {
        settle();
        QCoreApplication::processEvents();
        settle();
    }
    template <class T = QWidget>
    T* find(const char* name)
    {
        for (T* widget : place->findChildren<T*>(QString::fromLatin1(name)))
            if (widget->isVisible())
                return widget;
        return nullptr;
    }
    void click(const char* name)
    {
        QWidget* widget = find(name);
        if (widget == nullptr)
            qFatal("no visible widget is named %s", name);
        QTest::mouseClick(widget, Qt::LeftButton);
        read();
    }
    std::vector<ui::SuggestionCard*> suggestions()
    {
        std::vector<ui::SuggestionCard*> cards;
        for (ui::SuggestionCard* card : place->findChildren<ui::SuggestionCard*>())
            if (card->isVisible())
                cards.push_back(card);
        return cards;
    }
    ui::BoardColumn* column(IntroductionState state)
    {
        return place->findChild<ui::BoardColumn*>(QStringLiteral("boardColumn%1").arg(static_cast<int>(state)));
    }
    std::vector<Introduction> stored()
    {
        const auto all = records().introductions.all();
        return all ? *all : std::vector<Introduction>();
    }
    std::string digest()
    {
        std::string digest;
        session().request<store::CheckReport>(
            [](store::Workspace& workspace) { return workspace.check(); },
            [&digest](Result<store::CheckReport> report) { digest = report ? report->digest : "none"; });
        waitUntil([&digest] { return !digest.empty(); });
        return digest;
    }

    std::unique_ptr<ui::IntroductionsPlace> place;
};

} // namespace weavemap::uitest
