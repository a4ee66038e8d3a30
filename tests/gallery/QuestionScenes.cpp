// SPDX-License-Identifier: GPL-3.0-or-later
#include "QuestionScenes.h"

#include <QListView>

#include "SceneSteps.h"
#include "ui/session/Session.h"
#include "ui/shell/Places.h"

namespace weavemap::gallery {

using uitest::WindowBox;

namespace {

/// Chooses a question by its words.
void choose(WindowBox& box, const char* words)
{
    auto* list = box.shown<QListView>("questionList");
    for (int row = 0; row < list->model()->rowCount(); ++row)
        if (list->model()->index(row, 0).data().toString() == QString::fromUtf8(words))
            list->setCurrentIndex(list->model()->index(row, 0));
    list->setFocus(Qt::OtherFocusReason);
    settled(box);
}

} // namespace

void walkQuestions(WindowBox& box, const Take& take)
{
    QWidget& window = box.window();
    box.window().places().go(ui::PlaceId::questions);
    settled(box);
    choose(box, "Where are you stuck?");
    take(QStringLiteral("70-questions"), window);

    const char* const kOnly = "Whose voice do we lack? Whom should I call next?";
    choose(box, kOnly);
    box.press(Qt::Key_Delete);
    settled(box);
    take(QStringLiteral("71-questions-empty-group"), window);
    box.click("questionsRetired");
    settled(box);
    choose(box, kOnly);
    take(QStringLiteral("72-questions-retired"), window);
    box.click("questionsRetired");
    settled(box);

    box.click("questionsAdd");
    box.type(QStringLiteral("where are you stuck"));
    box.press(Qt::Key_Return);
    settled(box);
    take(QStringLiteral("73-questions-new"), window);
    box.press(Qt::Key_Escape);
    box.press(Qt::Key_Escape);
    settled(box);
    box.window().session().undo();
    settled(box);
}

void walkAsking(WindowBox& box, PersonId with, const Take& take)
{
    box.window().places().logCall(with);
    settled(box);
    box.type(QStringLiteral("A reading club starts. "));
    if (box.visible("openBrief"))
        box.press(Qt::Key_B, Qt::ControlModifier);
    settled(box);
    box.press(Qt::Key_2, Qt::AltModifier);
    settled(box);
    take(QStringLiteral("74-questions-for-today"), box.window());
    box.press(Qt::Key_Q, Qt::AltModifier);
    box.type(QStringLiteral("stuck"));
    settled(box);
    take(QStringLiteral("75-another-question"), box.window());
    box.press(Qt::Key_Escape);
    box.press(Qt::Key_Escape);
    box.dialogs().willAnswer(0);
    box.click("callThrowAway");
    settled(box);
}

} // namespace weavemap::gallery
