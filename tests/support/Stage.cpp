// SPDX-License-Identifier: GPL-3.0-or-later
#include "Stage.h"

#include <map>

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include "core/actions/Demo.h"
#include "core/store/Workspace.h"
#include "ui/base/Convert.h"
#include "ui/base/Fonts.h"

namespace weavemap::uitest {

namespace {

constexpr int kPatienceMs = 30000;

template <class T>
void expect(const Result<T>& result, const char* what)
{
    if (!result)
        qFatal("%s failed: error %d %s", what, static_cast<int>(result.error().code), result.error().detail.c_str());
}

/// The sample in a folder of the process's own.
QString sampleSource(int members)
{
    static QTemporaryDir folder;
    static std::map<int, QString> made;
    QString& path = made[members];
    if (path.isEmpty()) {
        path = folder.filePath(QStringLiteral("sample%1.weavemap").arg(members));
        actions::DemoOptions options;
        options.members = members;
        options.on = testDay();
        expect(actions::makeDemoFile(ui::toPath(path), options), "making the sample");
    }
    return path;
}

} // namespace

Date testDay() { return *Date::fromYmd(2026, 10, 15); }

bool waitUntil(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, kPatienceMs); }

Stage::Stage() : m_clock(Instant::atLocal(testDay(), 15, 40, 0))
{
    const auto point = [this](const char* variable, const QString& folder) {
        qputenv(variable, QFile::encodeName(m_folder.filePath(folder)));
    };
    point("XDG_CONFIG_HOME", QStringLiteral("config"));
    point("XDG_DATA_HOME", QStringLiteral("data"));
    point("XDG_CACHE_HOME", QStringLiteral("cache"));
    point("XDG_STATE_HOME", QStringLiteral("state"));
    ui::loadFonts();
    m_settings = std::make_unique<ui::Settings>(path(QStringLiteral("weavemap.ini")));
    m_settings->set(ui::setting::kTheme, ui::ThemeChoice::light);
    m_settings->set(ui::setting::kMotion, ui::Motion::reduced);
    m_theme = std::make_unique<ui::ThemeController>(*qApp, ui::ThemeChoice::light);
    m_theme->setMotion(ui::Motion::reduced);
}

QString Stage::sample(const QString& name, int members) const
{
    const QString to = path(name);
    if (!QFileInfo::exists(to) && !QFile::copy(sampleSource(members), to))
        qFatal("the sample could not be copied to %s", qPrintable(to));
    return to;
}

QString Stage::emptyFile(const QString& name) const
{
    const QString to = path(name);
    store::OpenOptions options;
    options.clock = &m_clock;
    options.backup = store::OpenOptions::Backup::none;
    expect(store::Workspace::create(ui::toPath(to), options), "making an empty file");
    return to;
}

QString Stage::textFile(const QString& name, const QByteArray& text) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s could not be written", qPrintable(file.fileName()));
    return file.fileName();
}

} // namespace weavemap::uitest
