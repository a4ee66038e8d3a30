// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/Settings.h"

#include <QDir>
#include <QStandardPaths>

namespace weavemap::ui {

namespace {
constexpr qsizetype kMostRecentFiles = 10;
}

Settings::Settings(QObject* parent) : Settings(defaultPath(), parent) {}

Settings::Settings(const QString& iniPath, QObject* parent)
    : QObject(parent), m_store(std::make_unique<QSettings>(iniPath, QSettings::IniFormat))
{}

QString Settings::defaultPath()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return QDir(folder).filePath(QStringLiteral("weavemap/weavemap.ini"));
}

QString Settings::path() const { return m_store->fileName(); }

int Settings::checkedEnum(const QVariant& stored, int last, int fallback)
{
    bool isNumber = false;
    const int number = stored.toInt(&isNumber);
    return isNumber && number >= 0 && number <= last ? number : fallback;
}

QVariant Settings::raw(const char* name) const { return m_store->value(QString::fromLatin1(name)); }

void Settings::setRaw(const char* name, const QVariant& newValue)
{
    const QString key = QString::fromLatin1(name);
    const QVariant old = m_store->value(key);
    if (newValue.isValid() ? old == newValue : !m_store->contains(key))
        return;
    if (newValue.isValid())
        m_store->setValue(key, newValue);
    else
        m_store->remove(key);
    Q_EMIT changed(key);
}

void Settings::addRecentFile(const QString& filePath)
{
    QStringList files = value(setting::kRecentFiles);
    files.removeAll(filePath);
    files.prepend(filePath);
    if (files.size() > kMostRecentFiles)
        files.resize(kMostRecentFiles);
    set(setting::kRecentFiles, files);
}

void Settings::sync() { m_store->sync(); }

} // namespace weavemap::ui
