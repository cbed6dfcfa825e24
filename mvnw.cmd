@echo off
rem Runs Maven in this project's folder, wherever it is called from. Which Maven, and with which settings: see mvnw.
setlocal
set "MVNW_MAVEN="
rem A newer PowerShell's module path, inherited, would break the Windows one.
set "MVNW_MODULES=%PSModulePath%"
set "PSModulePath="
for /f "usebackq delims=" %%m in (`powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0.mvn\wrapper\find-maven.ps1"`) do set "MVNW_MAVEN=%%m"
set "PSModulePath=%MVNW_MODULES%"
if not defined MVNW_MAVEN exit /b 1
cd /d "%~dp0"
rem Without "call", so that Maven gets the arguments untouched; its exit code is the one that counts.
"%MVNW_MAVEN%" %*
