// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MarginsChoice.h"

#include <algorithm>

#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>

#include "ui/base/Type.h"
#include "ui/paint/PageChoices.h"

namespace weavemap::ui {

namespace {

constexpr int kUsualMm = 18; ///< about what the usual margins are

} // namespace

MarginsChoice::MarginsChoice(QWidget* parent)
    : QWidget(parent), m_named(new QComboBox(this)), m_millimetres(new QSpinBox(this))
{
    m_named->setObjectName(QStringLiteral("exportMargins"));
    m_named->setAccessibleName(tr("Margins"));
    m_named->addItem(tr("Normal"), QStringLiteral("normal"));
    m_named->addItem(tr("Narrow"), QStringLiteral("narrow"));
    m_named->addItem(tr("Wide"), QStringLiteral("wide"));
    m_named->addItem(tr("In millimetres"), QString());
    m_millimetres->setObjectName(QStringLiteral("exportMillimetres"));
    m_millimetres->setAccessibleName(tr("Margins in millimetres"));
    m_millimetres->setRange(0, pagechoices::kMostMarginMm);
    m_millimetres->setSuffix(tr(" mm", "millimetres"));
    m_millimetres->setValue(kUsualMm);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::k8);
    row->addWidget(m_named, 1);
    row->addWidget(m_millimetres);
    setFocusProxy(m_named);
    connect(m_named, &QComboBox::currentIndexChanged, this, [this] {
        sync();
        Q_EMIT changed();
    });
    connect(m_millimetres, &QSpinBox::valueChanged, this, &MarginsChoice::changed);
    sync();
}

QString MarginsChoice::key() const
{
    const QString named = m_named->currentData().toString();
    return named.isEmpty() ? QString::number(m_millimetres->value()) : named;
}

void MarginsChoice::setKey(const QString& key)
{
    bool isNumber = false;
    const double mm = key.toDouble(&isNumber);
    if (isNumber && pagechoices::marginsOf(key)) {
        m_millimetres->setValue(qRound(mm));
        m_named->setCurrentIndex(m_named->findData(QString()));
    } else {
        m_named->setCurrentIndex(std::max(0, key.isEmpty() ? 0 : m_named->findData(key)));
    }
}

void MarginsChoice::sync() { m_millimetres->setVisible(m_named->currentData().toString().isEmpty()); }

} // namespace weavemap::ui
