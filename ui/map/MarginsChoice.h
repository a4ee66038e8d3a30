// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace weavemap::ui {

/// The margins of a page: three by name, or one's own in millimetres, the same on all sides.
class MarginsChoice : public QWidget
{
    Q_OBJECT

public:
    explicit MarginsChoice(QWidget* parent = nullptr);

    /// As `pagechoices::marginsOf` reads it.
    QString key() const;
    /// What is no key is the usual margins.
    void setKey(const QString& key);

Q_SIGNALS:
    void changed();

private:
    void sync();

    QComboBox* m_named;
    QSpinBox* m_millimetres;
};

} // namespace weavemap::ui
