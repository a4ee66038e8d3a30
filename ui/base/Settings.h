// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <type_traits>

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace weavemap::ui {

enum class ThemeChoice { system = 0, light = 1, dark = 2 };
enum class Motion { full = 0, reduced = 1 };
enum class Fold { open = 0, folded = 1 };
enum class Shown { no = 0, yes = 1 };

/// One setting: its name in the file and what holds where nothing is stored.
template <class T>
struct SettingKey
{
    const char* name;
    T fallback;
};

/// The one table of settings. What belongs to a workspace file (views, members) is not here.
namespace setting {
inline const SettingKey<ThemeChoice> kTheme{"look/theme", ThemeChoice::system};
inline const SettingKey<Motion> kMotion{"look/motion", Motion::full};
inline const SettingKey<Fold> kRail{"window/rail", Fold::open};
inline const SettingKey<Fold> kInspector{"window/inspector", Fold::open};
inline const SettingKey<QByteArray> kGeometry{"window/geometry", {}};
inline const SettingKey<QString> kLastPage{"window/lastPage", {}};
inline const SettingKey<QByteArray> kMembersSplitter{"window/membersSplitter", {}};
inline const SettingKey<QByteArray> kMembersHeader{"window/membersHeader", {}};
inline const SettingKey<QString> kMe{"office/me", {}};                 ///< name of the staff person at this computer
inline const SettingKey<QStringList> kRecentFiles{"files/recent", {}}; ///< newest first
inline const SettingKey<QString> kLastFolder{"files/folder", {}};
inline const SettingKey<Fold> kLegend{"map/legend", Fold::open};
inline const SettingKey<Shown> kMapHulls{"map/hulls", Shown::yes};
inline const SettingKey<Shown> kMapFog{"map/fog", Shown::yes};
inline const SettingKey<Shown> kMapLabels{"map/labels", Shown::yes};
inline const SettingKey<QString> kExportPage{"export/page", QStringLiteral("A4-landscape")};
inline const SettingKey<QString> kExportNames{"export/names", QStringLiteral("initials")};
inline const SettingKey<QString> kExportFormat{"export/format", QStringLiteral("pdf")};
inline const SettingKey<QString> kExportMargins{"export/margins", QStringLiteral("normal")};
inline const SettingKey<QString> kExportView{"export/view", QStringLiteral("board")};
inline const SettingKey<Shown> kExportLegend{"export/legend", Shown::yes};
} // namespace setting

/// Settings of this user on this computer, in an INI file. Values that cannot be read count as not stored. UI thread.
class Settings : public QObject
{
    Q_OBJECT
public:
    /// The file in the user's configuration folder ($XDG_CONFIG_HOME/weavemap/weavemap.ini).
    explicit Settings(QObject* parent = nullptr);
    /// Another file, for tests.
    explicit Settings(const QString& iniPath, QObject* parent = nullptr);

    static QString defaultPath();
    QString path() const;

    template <class T>
    T value(const SettingKey<T>& key) const
    {
        const QVariant stored = raw(key.name);
        if (!stored.isValid())
            return key.fallback;
        if constexpr (std::is_enum_v<T>)
            return static_cast<T>(checkedEnum(stored, static_cast<int>(lastOf(T{})), static_cast<int>(key.fallback)));
        else
            return stored.value<T>();
    }
    template <class T>
    void set(const SettingKey<T>& key, const T& newValue)
    {
        if constexpr (std::is_enum_v<T>)
            setRaw(key.name, static_cast<int>(newValue));
        else
            setRaw(key.name, QVariant::fromValue(newValue));
    }
    /// Back to the fallback.
    template <class T>
    void reset(const SettingKey<T>& key)
    {
        setRaw(key.name, {});
    }

    /// Puts a file in front of the recent ones (at most ten, each once).
    void addRecentFile(const QString& filePath);
    /// Writes to disk now.
    void sync();

Q_SIGNALS:
    /// After a value became another; `name` as in the table.
    void changed(const QString& name);

private:
    static ThemeChoice lastOf(ThemeChoice) { return ThemeChoice::dark; }
    static Motion lastOf(Motion) { return Motion::reduced; }
    static Fold lastOf(Fold) { return Fold::folded; }
    static Shown lastOf(Shown) { return Shown::yes; }
    static int checkedEnum(const QVariant& stored, int last, int fallback);
    QVariant raw(const char* name) const;
    void setRaw(const char* name, const QVariant& newValue);

    std::unique_ptr<QSettings> m_store;
};

} // namespace weavemap::ui
