// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

namespace clitest {

constexpr int kLongestRunMs = 120'000;

struct Run
{
    int status = -1; ///< 256: the program crashed or hung
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    int lines() const { return static_cast<int>(err.trimmed().split('\n').size()); }
};

/// The real weavemap-cli in a folder of its own.
class Terminal
{
public:
    Run run(const QStringList& words, const QByteArray& input = {},
            const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment()) const
    {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral(WEAVEMAP_BIN_DIR "/weavemap-cli"), words);
        process.write(input);
        process.closeWriteChannel();
        Run result;
        if (!process.waitForFinished(kLongestRunMs))
            process.kill();
        const bool ended = process.state() == QProcess::NotRunning && process.exitStatus() == QProcess::NormalExit;
        result.status = ended ? process.exitCode() : 256;
        result.out = process.readAllStandardOutput();
        result.err = process.readAllStandardError();
        return result;
    }
    /// The words of a command line without any quoting.
    Run operator()(const char* line) const
    {
        return run(QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts));
    }
    QString path(const QString& name) const { return m_folder.filePath(name); }
    void write(const char* name, const QByteArray& bytes) const
    {
        QFile file(path(QString::fromUtf8(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
    }
    QByteArray read(const char* name) const
    {
        QFile file(path(QString::fromUtf8(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool exists(const char* name) const { return QFile::exists(path(QString::fromUtf8(name))); }
    QString digest(const char* name) const
    {
        return run({QStringLiteral("check"), QString::fromUtf8(name), QStringLiteral("--json")})
            .json()
            .value(QStringLiteral("digest"))
            .toString();
    }

private:
    QTemporaryDir m_folder;
};

/// A value inside JSON objects: "stored.people".
inline QJsonValue at(const QJsonObject& json, const char* path)
{
    QJsonValue value = json;
    for (const QString& key : QString::fromUtf8(path).split(QLatin1Char('.')))
        value = value.toObject().value(key);
    return value;
}

} // namespace clitest
