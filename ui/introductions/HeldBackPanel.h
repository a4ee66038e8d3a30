// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/actions/HeldBack.h"
#include "ui/widgets/Place.h"

class QLineEdit;
class QVBoxLayout;

namespace weavemap::ui {

class Button;
class MemberField;
class TextLabel;

/// The pairs that are not suggested: kept apart for good, with why, and put aside for a while. Each can be allowed
/// again, and two others can be kept apart.
class HeldBackPanel : public QWidget
{
    Q_OBJECT

public:
    explicit HeldBackPanel(Office& office, QWidget* parent = nullptr);

    /// The same pairs again leave what is being typed, and the keyboard, where they are.
    void setPairs(const std::vector<actions::HeldBack>& pairs);
    /// Keeps no name of anybody.
    void forget();
    void focusFirst();
    /// The form begins anew.
    void startForm();
    /// Why two cannot be kept apart; nothing is shown where empty.
    void setTrouble(const QString& sentence);

Q_SIGNALS:
    void allowRequested(const weavemap::actions::HeldBack& pair);
    void explained(weavemap::ApartPairId pair, const QString& why);
    void apartRequested(weavemap::PersonId a, weavemap::PersonId b, const QString& why);
    void personRequested(weavemap::PersonId person);
    void closeRequested();

private:
    QWidget* makeRow(const actions::HeldBack& pair);
    enum class Held { apart, aside };
    void addRows(Held how, const QString& title);
    void buildForm(QVBoxLayout* column);
    /// Gives the pair at this place the keyboard, or the last; the form where there is none.
    void focusRow(std::size_t place);
    void sync();

    Office m_office;
    std::vector<actions::HeldBack> m_pairs;
    std::vector<Button*> m_allow; ///< beside the pairs
    QVBoxLayout* m_rows;
    MemberField* m_a;
    MemberField* m_b;
    QLineEdit* m_why;
    TextLabel* m_trouble;
    Button* m_keep;
};

} // namespace weavemap::ui
