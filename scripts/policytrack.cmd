@echo off
rem policytrack on Windows, where a script without ending cannot be run.
if exist "%~dp0python.exe" ("%~dp0python.exe" -m policytrack %*) else ("%~dp0..\python.exe" -m policytrack %*)
