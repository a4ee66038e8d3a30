// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include "core/weaving/CallBrief.h"
#include "ui/base/Theme.h"
#include "ui/jobs/Jobs.h"
#include "ui/widgets/Place.h"

class QVBoxLayout;

namespace weavemap::ui {

class Avatar;
class QuestionList;
class TextLabel;

/// What to know of somebody before and during a call: how they like to be called, the last talks, promises both ways,
/// what they need and offer, whom they are in touch with, who is near but not tied, and three questions.
class CallBrief : public QScrollArea
{
    Q_OBJECT

public:
    explicit CallBrief(Office& office, QWidget* parent = nullptr);

    /// 0: nobody chosen.
    void setPerson(PersonId person);
    /// The questions go to a list outside of it, which outlives it; else they stand at its end.
    void setQuestionsIn(QuestionList* list);

    void setTopMargin(int margin);
    /// The height at which nothing of it has to be scrolled, at its width.
    int wholeHeight() const;

Q_SIGNALS:
    /// The words of a person came.
    void presented();
    void bankRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    /// Reads again where somebody looks, else when somebody does.
    void refresh();
    /// Drops all words now, and reads again what is left.
    void forget();
    void present(const weaving::CallBrief& brief);
    void clear();
    void heading(const QString& text);
    void marked(const QString& iconName, ColorRole role, const QString& text);
    TextLabel* line(const QString& text, ColorRole role = ColorRole::text);
    void talks(const weaving::CallBrief& brief);
    void promises(const weaving::CallBrief& brief);
    void needsAndOffers(const weaving::CallBrief& brief);
    void contacts(const weaving::CallBrief& brief);
    void near(const weaving::CallBrief& brief);
    void introductions(const weaving::CallBrief& brief);
    void questions(const weaving::CallBrief& brief);

    Office m_office;
    PersonId m_person;
    JobHandle m_job;
    bool m_stale = false; ///< what is shown is older than the file
    QVBoxLayout* m_column;
    QVBoxLayout* m_facts;
    QWidget* m_head;
    QuestionList* m_questions = nullptr; ///< outside
    Avatar* m_avatar;
    TextLabel* m_name;
    TextLabel* m_role;
};

} // namespace weavemap::ui
