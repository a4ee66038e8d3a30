// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/ThemeController.h"

#include <QApplication>
#include <QEvent>
#include <QFocusEvent>
#include <QPalette>
#include <QToolTip>
#include <QWidget>

#include "ui/base/FocusRing.h"
#include "ui/base/Fonts.h"
#include "ui/base/Translations.h"
#include "ui/base/Type.h"
#include "ui/base/WeavemapStyle.h"

namespace weavemap::ui {

namespace {

ThemeController* g_instance = nullptr;
ThemeKind g_kind = ThemeKind::light;

/// Qt 6.4 does not tell the system's scheme: a dark window colour is a dark scheme.
ThemeKind kindOf(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? ThemeKind::dark : ThemeKind::light;
}

} // namespace

const Theme& currentTheme() { return Theme::of(g_kind); }

ThemeController::ThemeController(QApplication& app, ThemeChoice choice)
    : m_app(app), m_choice(choice), m_systemKind(kindOf(app.palette())), m_ring(new FocusRing(this))
{
    g_instance = this;
    loadFonts();
    installTranslations();
    for (const char* const dense : {"QMenu", "QMenuBar", "QAbstractButton", "QComboBox", "QLineEdit",
                                    "QAbstractSpinBox", "QHeaderView", "QTableView"})
        QApplication::setFont(font(TextStyle::control), dense);
    QApplication::setFont(font(TextStyle::second), "QTipLabel");
    m_app.setStyle(new WeavemapStyle);
    apply();
    m_app.installEventFilter(this);
}

ThemeController::~ThemeController() { g_instance = nullptr; }

ThemeController* ThemeController::instance() { return g_instance; }

void ThemeController::setChoice(ThemeChoice choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    // The system may have changed while something else was chosen.
    if (choice == ThemeChoice::system)
        readSystem();
    else if (kindForChoice() != g_kind)
        apply();
}

ThemeKind ThemeController::kindForChoice() const
{
    switch (m_choice) {
    case ThemeChoice::light:
        return ThemeKind::light;
    case ThemeChoice::dark:
        return ThemeKind::dark;
    case ThemeChoice::system:
        return m_systemKind;
    }
    return m_systemKind;
}

void ThemeController::apply()
{
    m_applying = true;
    g_kind = kindForChoice();
    m_app.setPalette(paletteOf(currentTheme()));
    QToolTip::setPalette(m_app.palette());
    m_applying = false;
    Q_EMIT themeChanged();
}

void ThemeController::readSystem()
{
    m_applying = true;
    m_app.setPalette(QPalette());
    m_systemKind = kindOf(m_app.palette());
    m_applying = false;
    apply();
}

bool ThemeController::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::ThemeChange:
        if (!m_applying && m_choice == ThemeChoice::system)
            readSystem();
        break;
    case QEvent::FocusIn:
        if (auto* const widget = qobject_cast<QWidget*>(watched))
            m_ring->focusMoved(widget, static_cast<QFocusEvent*>(event)->reason());
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace weavemap::ui
