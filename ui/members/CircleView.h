// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractButton>
#include <QImage>

#include "core/actions/Roster.h"
#include "ui/jobs/Jobs.h"
#include "ui/paint/MapInput.h"

namespace weavemap::ui {

class PeopleModel;

/// A person in the middle and the people they are in touch with around them, as a small map picture. A click, Enter or
/// Space leads to the map.
class CircleView : public QAbstractButton
{
    Q_OBJECT

public:
    /// More than this many would not be readable; the deepest ties come first.
    static constexpr int kMostPeople = 14;

    CircleView(const PeopleModel& people, Jobs& jobs, QWidget* parent = nullptr);

    void setCircle(const Person& person, const std::vector<actions::ProfileTie>& ties, Date on);
    void clear();
    bool hasPicture() const { return !m_image.isNull(); }

    QSize sizeHint() const override { return {400, kHeight}; }
    QSize minimumSizeHint() const override { return {240, kHeight}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    static constexpr int kHeight = 150;
    void place();
    void render();

    const PeopleModel& m_people;
    Jobs& m_jobs;
    JobHandle m_job;
    MapInput m_input;
    QImage m_image;
};

} // namespace weavemap::ui
