// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/ChangeFieldDialog.h"

#include <algorithm>

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "core/actions/EditSeveral.h"
#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/map/MapModel.h"
#include "ui/models/MapInputs.h"
#include "ui/models/PeopleModel.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kWidth = 380;
constexpr std::size_t kMostValues = 200;

/// Fields whose values are the program's, not the user's.
bool hasCodes(const std::string& field) { return field == "level" || field == "kind"; }

std::vector<std::string> codesOf(const std::string& field)
{
    if (field == "kind")
        return {"member", "staff", "outside"};
    return {"core", "active", "occasional", "peripheral", ""};
}

} // namespace

ChangeFieldDialog::ChangeFieldDialog(Office& office, const MapModel& model, const QString& names, QWidget* parent)
    : QDialog(parent), m_office(office), m_model(model), m_field(new QComboBox), m_value(new QComboBox)
{
    setObjectName(QStringLiteral("changeFieldDialog"));
    setWindowTitle(tr("Change a field of %1").arg(names));
    m_field->setObjectName(QStringLiteral("changeField"));
    m_field->setAccessibleName(tr("Field"));
    m_value->setObjectName(QStringLiteral("changeValue"));
    m_value->setAccessibleName(tr("Value"));
    m_value->setInsertPolicy(QComboBox::NoInsert);
    const auto add = [this](const std::string& field) { m_field->addItem(fieldName(field), toQString(field)); };
    for (const std::string& field : actions::fieldsToGive())
        add(field);
    for (const Attribute& attribute : office.people.attributes())
        add("attribute:" + attribute.name);
    auto* form = new QFormLayout;
    form->addRow(tr("&Field"), m_field);
    form->addRow(tr("&Value"), m_value);
    auto* hint = new TextLabel(tr("All of them get this value; an empty one takes theirs away. One step to undo."),
                               TextStyle::second, ColorRole::muted, TextLabel::Lines::many);
    auto* store = new Button(tr("Store"), Button::Kind::primary);
    store->setObjectName(QStringLiteral("storeField"));
    store->setDefault(true); // Enter in a field stores
    auto* cancel = new Button(tr("Cancel"), Button::Kind::normal);
    cancel->setObjectName(QStringLiteral("cancelField"));
    auto* foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(store);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::k20, space::k20, space::k20, space::k16);
    column->setSpacing(space::k12);
    column->addWidget(new TextLabel(names, TextStyle::name, ColorRole::text, TextLabel::Lines::many));
    column->addLayout(form);
    column->addWidget(hint);
    column->addLayout(foot);
    setFixedWidth(kWidth);
    connect(m_field, qOverload<int>(&QComboBox::currentIndexChanged), this, &ChangeFieldDialog::fillValues);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(store, &Button::clicked, this, [this] {
        Q_EMIT storeRequested();
        accept();
    });
    fillValues();
}

void ChangeFieldDialog::fillValues()
{
    const std::string chosen = field();
    const bool codes = hasCodes(chosen);
    m_value->clear();
    m_value->setEditable(!codes);
    if (codes) {
        for (const std::string& code : codesOf(chosen))
            m_value->addItem(valueName(chosen, code), toQString(code));
        return;
    }
    QStringList values;
    for (const auto& [value, count] : m_model.valuesOf(chosen))
        if (!value.empty() && values.size() < static_cast<int>(kMostValues))
            values.append(toQString(value));
    values.sort(Qt::CaseInsensitive);
    m_value->addItems(values);
    m_value->setCurrentIndex(-1);
    m_value->clearEditText();
    m_value->lineEdit()->setPlaceholderText(tr("One of the list, or a new one"));
}

std::string ChangeFieldDialog::field() const { return toUtf8(m_field->currentData().toString()); }

QString ChangeFieldDialog::fieldShown() const { return m_field->currentText(); }

std::string ChangeFieldDialog::value() const
{
    return hasCodes(field()) ? toUtf8(m_value->currentData().toString()) : toUtf8(m_value->currentText().simplified());
}

} // namespace weavemap::ui
